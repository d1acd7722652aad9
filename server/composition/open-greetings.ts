import path from 'node:path';
import type { Desk } from '../calls/desk.ts';
import { createGreetings, type GreetingParts } from '../calls/greetings.ts';
import type { Greetings } from '../ports/greetings.ts';
import { createLocalSounds } from '../storage/files/local-sounds.ts';
import type { Engines } from './open-engines.ts';
import type { Surroundings } from './surroundings.ts';

/** What callers hear before they leave a message: beside the recordings, and as copies on this machine. */
export function openGreetings(
  { dataFolder, clock, ids, log }: Surroundings,
  { database, prompts }: Engines,
  parts: Pick<GreetingParts, 'recordingStore' | 'soundTools' | 'replySpeech'>,
): Greetings {
  const { settings } = database.stores;
  const localSounds = createLocalSounds({ folder: path.join(dataFolder, 'greetings'), log });
  return createGreetings({ ...parts, settings, localSounds, prompts, clock, ids, log });
}

/** What every queue says, before anybody calls, and no more of those that are gone; while the server is at work. */
export async function prepareGreetings({ greetings, directory, log }: Desk): Promise<void> {
  try {
    const queues = await directory.queues();
    if (!queues.ok) return;
    // One after the other: nobody waits for them, but somebody may wait for a voice.
    for (const queue of queues.value) await greetings.prepare(queue);
    const removed = await greetings.removeOthers(() => directory.queues());
    if (!removed.ok) log.warn({ error: removed.error }, 'what lines that are gone have left could not be removed');
  } catch (error) {
    log.error({ err: error }, 'the greetings could not be prepared');
  }
}
