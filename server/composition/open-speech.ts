import path from 'node:path';
import type { Prompts } from '../calls/desk.ts';
import { workerEntry } from '../lib/worker-entry.ts';
import type { Speech } from '../ports/speech.ts';
import { combineSpeech, type CombinedSpeech } from '../speech/combined-speech.ts';
import { createFliteSpeech } from '../speech/flite/flite-speech.ts';
import { locales } from '../speech/locales/locales.ts';
import { promptFile } from '../speech/prompt-cache.ts';
import { createReplySpeech } from '../speech/reply-speech.ts';
import { FailedStart } from './failed-start.ts';
import type { Surroundings } from './surroundings.ts';
import { espeakDrivers, networkDrivers } from './voice-drivers.ts';

const worker = workerEntry(import.meta.url, {
  source: '../speech/flite/flite-worker.ts',
  bundled: './flite-worker.js',
});

/**
 * Every voice there is. Flite comes first: its is the default, and it needs nobody. For other languages those that somebody has
 * set up come before the one that happens to be installed.
 */
export async function openSpeech({
  settings,
  clock,
  log,
}: Pick<Surroundings, 'settings' | 'clock' | 'log'>): Promise<CombinedSpeech> {
  const parts = { clock, log, languages: locales.map(({ code }) => code) };
  const others = [
    ...(await networkDrivers(settings.voices, parts)),
    ...(await espeakDrivers(settings.voices.espeak, parts)),
  ];
  const flite = createFliteSpeech({ clock, log, worker });
  const speech = combineSpeech([{ prefix: '', speech: flite }, ...others], { clock, log });
  // Lists of voices are on their way before anybody asks for them; who does not answer is in the log.
  void speech.voices();
  return speech;
}

/**
 * What any caller may hear is spoken to disk before the first call: the announcements, and the reply menu in the usual
 * voice of the usual language. The other languages follow when the server is at work: `warmVoices`.
 */
export async function renderPrompts(
  speech: Speech,
  { dataFolder, log }: Pick<Surroundings, 'dataFolder' | 'log'>,
): Promise<Prompts> {
  const folder = path.join(dataFolder, 'prompts');
  const render = async (name: keyof Prompts): Promise<string> => {
    const rendered = await promptFile(speech, { folder, input: locales[0].announcements[name] });
    if (!rendered.ok) throw new FailedStart(`The prompts could not be spoken: ${rendered.error}.`);
    return rendered.value;
  };
  const prompts = {
    nobodyCanTakeYourCall: await render('nobodyCanTakeYourCall'),
    weAreClosed: await render('weAreClosed'),
    thisCallIsRecorded: await render('thisCallIsRecorded'),
    leaveAMessage: await render('leaveAMessage'),
    closedLeaveAMessage: await render('closedLeaveAMessage'),
    thanksForYourMessage: await render('thanksForYourMessage'),
  };
  await createReplySpeech({ speech, folder, log }).warm({});
  return prompts;
}
