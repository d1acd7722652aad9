import type { Log } from '../ports/log.ts';
import type { ReplySpeech } from '../ports/reply-speech.ts';

/**
 * The reply menu in every language's usual voice, while the server is at work: one prompt at a time, so that a text somebody
 * waits for waits for one of them at most. Who replies in that language before it is there waits for their own words only.
 */
export async function warmVoices(
  replySpeech: Pick<ReplySpeech, 'offer' | 'warm'>,
  log: Pick<Log, 'error'>,
): Promise<void> {
  try {
    const { languages } = await replySpeech.offer();
    for (const { code, voice } of languages) await replySpeech.warm({ language: code, voice });
  } catch (error) {
    log.error({ err: error }, 'the reply menu could not be spoken beforehand');
  }
}
