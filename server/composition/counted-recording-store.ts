import type { RecordingStore } from '../ports/recording-store.ts';
import type { Metrics } from './create-metrics.ts';

/** The same store; what it keeps, and what it could not, is in the metrics. */
export function countedRecordingStore(store: RecordingStore, metrics: Metrics): RecordingStore {
  const counts = { kept: 0, failed: 0, bytes: 0 };
  metrics.labelled('recording_objects', 'Objects of recordings that were kept, and that could not be', 'what', () => ({
    kept: counts.kept,
    failed: counts.failed,
  }));
  metrics.gauge('recording_bytes', 'Bytes of recordings kept since the start', () => counts.bytes);
  return {
    place: store.place,
    open: (...given) => store.open(...given),
    lengthOf: (key) => store.lengthOf(key),
    remove: (key) => store.remove(key),
    check: () => store.check(),
    keep: async (...given) => {
      const kept = await store.keep(...given);
      counts[kept.ok ? 'kept' : 'failed'] += 1;
      if (kept.ok) counts.bytes += kept.value.length;
      return kept;
    },
  };
}
