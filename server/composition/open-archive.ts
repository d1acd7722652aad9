import path from 'node:path';
import type { Desk } from '../calls/desk.ts';
import { fail } from '../../shared/result.ts';
import { createFileWorkshop } from '../storage/files/file-workshop.ts';
import type { Engines } from './open-engines.ts';
import { openRecordings } from './open-recordings.ts';
import type { Surroundings } from './surroundings.ts';

type Archive = Pick<Desk, 'recordings' | 'recordingStore' | 'soundTools' | 'workshop' | 'audit'>;

const noStorage = async () => fail('storageUnavailable' as const);

/** Where recordings are kept, and what is done to them: nothing yet. */
export function openArchive(around: Surroundings, { database }: Pick<Engines, 'database'>): Archive {
  return {
    recordings: database.stores.recordings,
    recordingStore: openRecordings(around.settings.recordings, around),
    soundTools: {
      join: noStorage,
      finish: noStorage,
      toMp3: noStorage,
      channel: noStorage,
      toPrompt: noStorage,
      close: async () => {},
    },
    workshop: createFileWorkshop(path.join(around.dataFolder, 'work')),
    audit: database.stores.audit,
  };
}
