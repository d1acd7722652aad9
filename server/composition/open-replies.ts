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
): Pick<Desk, 'replies' | 'replySpeech' | 'sounds' | 'worklist'> {
  return {
    replies: database.stores.replies,
    worklist: database.stores.worklist,
    replySpeech: createReplySpeech({ speech, folder: path.join(dataFolder, 'prompts'), log }),
    sounds: createSoundFiles({ folder: path.join(dataFolder, 'sounds'), log }),
  };
}
