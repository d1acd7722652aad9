import { ok, type Result } from '../../shared/result.ts';
import { soundKey } from './recording-keys.ts';
import type { Desk } from './desk.ts';

const idInArchive = /^[0-9a-f]{32}$/;

/** The sound of a voicemail that answered a reply; null where there is none any more. Old ones are files beside the archive. */
export async function voicemailSound(
  desk: Pick<Desk, 'recordingStore' | 'sounds'>,
  voicemailId: string,
): Promise<Result<Uint8Array | null, 'soundUnavailable'>> {
  if (!idInArchive.test(voicemailId)) {
    const old = await desk.sounds.read(voicemailId);
    return old.ok ? old : { ok: false, error: 'soundUnavailable' };
  }
  const opened = await desk.recordingStore.open(soundKey(voicemailId, 'wav'));
  if (!opened.ok) return { ok: false, error: 'soundUnavailable' };
  if (opened.value === null) return ok(null);
  const sound = new Uint8Array(opened.value.length);
  let at = 0;
  for await (const chunk of opened.value.chunks) {
    sound.set(chunk, at);
    at += chunk.length;
  }
  return ok(sound);
}
