import path from 'node:path';
import type { Desk } from '../calls/desk.ts';
import { fail } from '../../shared/result.ts';
import { createFileWorkshop } from '../storage/files/file-workshop.ts';
import type { Engines } from './open-engines.ts';
import { openSoundTools } from './open-sound-tools.ts';
import type { Surroundings } from './surroundings.ts';

type Archive = Pick<Desk, 'recordings' | 'recordingStore' | 'soundTools' | 'workshop' | 'audit'>;

const noStorage = async () => fail('storageUnavailable' as const);

/** Where recordings are kept, and what is done to them: their sound nowhere yet. */
export function openArchive(
  { dataFolder, clock, log, closing }: Pick<Surroundings, 'dataFolder' | 'clock' | 'log' | 'closing'>,
  { database }: Pick<Engines, 'database'>,
): Archive {
  const soundTools = openSoundTools({ clock, log });
  closing.add('work on sound', () => soundTools.close());
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
    soundTools,
    workshop: createFileWorkshop(path.join(dataFolder, 'work')),
    audit: database.stores.audit,
  };
}
