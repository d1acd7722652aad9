import path from 'node:path';
import type { Desk } from '../calls/desk.ts';
import { createReplySpeech } from '../speech/reply-speech.ts';
import { createSoundFiles } from '../storage/files/sound-files.ts';
import type { Engines } from './open-engines.ts';
import type { Surroundings } from './surroundings.ts';

/** What replying takes: voices, a place for what callers say, and what is known of replies. */
export function openReplies(
  { dataFolder, log }: Surroundings,
  { speech, database }: Engines,
): Pick<Desk, 'replies' | 'replySpeech' | 'sounds'> {
  const replySpeech = createReplySpeech({ speech, folder: path.join(dataFolder, 'prompts'), log });
  // Spoken beforehand, so that nobody waits for it in a call; who replies before that waits for their own sentences only.
  replySpeech.warm({}).catch((error: unknown) => log.error({ err: error }, 'the reply menu could not be spoken'));
  return {
    replies: database.stores.replies,
    replySpeech,
    sounds: createSoundFiles({ folder: path.join(dataFolder, 'sounds'), log }),
  };
}
