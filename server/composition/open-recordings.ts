import path from 'node:path';
import type { RecordingStore } from '../ports/recording-store.ts';
import type { RecordingSettings } from '../recording-settings.ts';
import { clearDrafts } from '../storage/files/clear-drafts.ts';
import { createFileRecordingStore, draftsOf } from '../storage/files/file-recording-store.ts';
import { createS3RecordingStore } from '../storage/s3/s3-recording-store.ts';
import { timelyCheck } from '../storage/timely-check.ts';
import type { Surroundings } from './surroundings.ts';

type Around = Pick<Surroundings, 'dataFolder' | 'clock' | 'ids' | 'log' | 'closing'>;

/** Where the sound of recordings is kept, as the settings say. */
export function openRecordings(settings: RecordingSettings, around: Around): RecordingStore {
  const store = openStore(settings, around);
  return { ...store, check: timelyCheck(() => store.check(), around.clock) };
}

function openStore(settings: RecordingSettings, { dataFolder, clock, ids, log, closing }: Around): RecordingStore {
  if (settings.kind === 's3') {
    const uploads = path.join(dataFolder, 'uploads');
    void clearDrafts(uploads, clock.now());
    const store = createS3RecordingStore({ place: settings, uploads, clock, ids, log });
    closing.add('recordings', async () => store.close());
    return store;
  }
  const folder = path.resolve(settings.folder ?? path.join(dataFolder, 'recordings'));
  void clearDrafts(draftsOf(folder), clock.now());
  return createFileRecordingStore({ folder, ids, log });
}
