import path from 'node:path';
import type { Desk } from '../calls/desk.ts';
import { createFileWorkshop } from '../storage/files/file-workshop.ts';
import type { Engines } from './open-engines.ts';
import { openRecordings } from './open-recordings.ts';
import { openSoundTools } from './open-sound-tools.ts';
import type { Surroundings } from './surroundings.ts';

type Archive = Pick<Desk, 'recordings' | 'recordingStore' | 'soundTools' | 'workshop' | 'audit'>;

/** Where recordings are kept, and what is done to them. */
export function openArchive(around: Surroundings, { database }: Pick<Engines, 'database'>): Archive {
  const { settings, clock, log, closing } = around;
  const soundTools = openSoundTools({ clock, log });
  closing.add('work on sound', () => soundTools.close());
  return {
    recordings: database.stores.recordings,
    recordingStore: openRecordings(settings.recordings, around),
    soundTools,
    workshop: createFileWorkshop(path.join(around.dataFolder, 'work')),
    audit: database.stores.audit,
  };
}
