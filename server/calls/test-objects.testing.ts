import { fail, ok } from '../../shared/result.ts';
import type { RecordingStore, StorageFailure } from '../ports/recording-store.ts';

const chunkBytes = 4096;

/** Objects in memory with everything a route asks of a store: parts, and the failure that is set. */
export function createTestObjects() {
  const kept = new Map<string, Uint8Array>();
  /** `givenUp` counts the readings that ended early. */
  const state: { failure: StorageFailure | null; givenUp: number } = { failure: null, givenUp: 0 };
  async function* reading(bytes: Uint8Array): AsyncIterable<Uint8Array> {
    let sent = 0;
    try {
      for (; sent < bytes.length; sent += chunkBytes) {
        yield await Promise.resolve(bytes.subarray(sent, sent + chunkBytes));
      }
    } finally {
      if (sent < bytes.length) state.givenUp += 1;
    }
  }
  const unless = <Value>(answer: () => Value) => (state.failure === null ? ok(answer()) : fail(state.failure));
  const store: RecordingStore = {
    place: 'memory',
    keep: async () => fail('storageUnavailable'),
    open: async (key, range) => {
      const whole = kept.get(key);
      const part = range === undefined ? whole : whole?.subarray(range.from, range.to + 1);
      return unless(() =>
        whole === undefined || part === undefined ? null : { length: whole.length, chunks: reading(part) },
      );
    },
    lengthOf: async (key) => unless(() => kept.get(key)?.length ?? null),
    remove: async (key) => unless(() => void kept.delete(key)),
    check: async () => unless(() => ({ freeBytes: null })),
  };
  return { store, kept, state };
}
