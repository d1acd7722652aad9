import path from 'node:path';
import type { Desk } from '../calls/desk.ts';
import { fail } from '../../shared/result.ts';
import { createFileWorkshop } from '../storage/files/file-workshop.ts';
import type { Surroundings } from './surroundings.ts';

type Archive = Pick<Desk, 'recordings' | 'recordingStore' | 'soundTools' | 'workshop' | 'audit'>;

const noDatabase = async () => fail('databaseUnavailable' as const);
const noStorage = async () => fail('storageUnavailable' as const);

/** Where recordings are kept, and what is done to them: nowhere yet. */
export function openArchive({ dataFolder }: Pick<Surroundings, 'dataFolder'>): Archive {
  return {
    recordings: {
      keep: noDatabase,
      remove: noDatabase,
      find: noDatabase,
      ofCall: noDatabase,
      list: noDatabase,
      count: noDatabase,
      due: noDatabase,
      untranscribed: noDatabase,
      keepTranscript: noDatabase,
      transcriptOf: noDatabase,
      share: noDatabase,
      shareOf: noDatabase,
    },
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
    audit: { append: noDatabase, list: noDatabase },
  };
}
