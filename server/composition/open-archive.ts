import path from 'node:path';
import type { Desk } from '../calls/desk.ts';
import { fail } from '../../shared/result.ts';
import { createFileWorkshop } from '../storage/files/file-workshop.ts';
import type { Engines } from './open-engines.ts';
import type { Surroundings } from './surroundings.ts';

type Archive = Pick<Desk, 'recordings' | 'recordingStore' | 'soundTools' | 'workshop' | 'audit'>;

const noStorage = async () => fail('storageUnavailable' as const);

/** Where recordings are kept, and what is done to them: their sound nowhere yet. */
export function openArchive(
  { dataFolder }: Pick<Surroundings, 'dataFolder'>,
  { database }: Pick<Engines, 'database'>,
): Archive {
  return {
    recordings: database.stores.recordings,
    recordingStore: {
      place: 'nowhere',
      keep: noStorage,
      open: noStorage,
      lengthOf: noStorage,
      remove: noStorage,
      check: noStorage,
    },
    soundTools: {
      join: noStorage,
      finish: noStorage,
      toMp3: noStorage,
      channel: noStorage,
      toPrompt: noStorage,
      close: async () => {},
    },
    workshop: createFileWorkshop(path.join(dataFolder, 'work')),
    audit: database.stores.audit,
  };
}
