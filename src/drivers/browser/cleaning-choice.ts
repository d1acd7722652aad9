import { z } from 'zod';
import { parseJson } from '../../lib/parse-json.ts';
import type { VoiceCleaning } from '../../ports/microphone.ts';

export const cleaningKey = 'frontdesk.voice-cleaning';
const usual: VoiceCleaning = { echo: true, noise: true, level: true };
const kept = z.object({ echo: z.boolean(), noise: z.boolean(), level: z.boolean() }).readonly().catch(usual);

/** What the browser is to do to the voice, as kept at this computer. */
export const keptCleaning = (storage: Pick<Storage, 'getItem'>): VoiceCleaning =>
  kept.parse(parseJson(storage.getItem(cleaningKey)));

export const keepCleaning = (storage: Pick<Storage, 'setItem'>, cleaning: VoiceCleaning): void =>
  storage.setItem(cleaningKey, JSON.stringify(cleaning));

/** The same in the words of Media Capture and Streams §4.3. */
export const constraintsOf = ({ echo, noise, level }: VoiceCleaning) => ({
  echoCancellation: echo,
  noiseSuppression: noise,
  autoGainControl: level,
});

/** Cleans a running track so; false when it goes on as before, so that only opening it anew helps. */
export async function applyCleaning(track: MediaStreamTrack, cleaning: VoiceCleaning): Promise<boolean> {
  const wanted = constraintsOf(cleaning);
  try {
    await track.applyConstraints(wanted);
  } catch {
    // The browser cannot change it while it runs.
    return false;
  }
  const { echoCancellation, noiseSuppression, autoGainControl } = track.getSettings();
  const is = (setting: boolean | string | undefined, wish: boolean): boolean =>
    setting === undefined || Boolean(setting) === wish;
  return (
    is(echoCancellation, wanted.echoCancellation) &&
    is(noiseSuppression, wanted.noiseSuppression) &&
    is(autoGainControl, wanted.autoGainControl)
  );
}
