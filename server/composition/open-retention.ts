import type { Desk } from '../calls/desk.ts';
import { startNightlySweep } from '../calls/nightly-sweep.ts';
import type { Engines } from './open-engines.ts';
import type { Surroundings } from './surroundings.ts';
import { type RecordingStoreWatch, watchRecordingStore } from './watch-recording-store.ts';

/** What looks after recordings that are kept: their place is tried now and then, and what is over its time is deleted at night. */
export function openRetention(
  { clock, log, closing }: Surroundings,
  engines: Engines,
  desk: Desk,
): RecordingStoreWatch {
  const watch = watchRecordingStore(desk.recordingStore, { clock, log });
  closing.add('watch over recordings', watch.close);
  closing.add('nightly sweep', startNightlySweep({ ...desk, clock, settings: engines.database.stores.settings }));
  return watch;
}
