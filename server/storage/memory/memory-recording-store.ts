import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { ByteRange, KeptObject, OpenObject, RecordingStore, StorageFailure } from '../../ports/recording-store.ts';
import { mustBeKey, rangeWithin } from '../object-range.ts';

export type MemoryRecordingStore = RecordingStore & {
  /** From now on nothing more is taken (`storageFull`), or neither taken nor given; null: everything is well again. */
  readonly setFailure: (failure: StorageFailure | null) => void;
};

/** Objects in memory, for tests of what uses them; the same contract test holds for all stores. */
export function createMemoryRecordingStore(): MemoryRecordingStore {
  const objects = new Map<string, Uint8Array>();
  let failure: StorageFailure | null = null;
  const taking = (): Result<void, StorageFailure> => (failure === null ? ok() : fail(failure));
  const giving = (): Result<void, StorageFailure> => (failure === 'storageUnavailable' ? fail(failure) : ok());
  return {
    place: 'memory',
    setFailure: (next) => {
      failure = next;
    },
    keep: async (key, chunks) => {
      const whole = await gathered(chunks);
      const takes = taking();
      if (!takes.ok) return takes;
      if (whole === null) return fail('storageUnavailable');
      objects.set(mustBeKey(key), whole);
      return ok(factsOf(whole));
    },
    open: async (key, range) => {
      const gives = giving();
      if (!gives.ok) return gives;
      const whole = objects.get(mustBeKey(key));
      return whole === undefined ? ok(null) : partOf(whole, range);
    },
    lengthOf: async (key) => {
      const gives = giving();
      return gives.ok ? ok(objects.get(mustBeKey(key))?.length ?? null) : gives;
    },
    remove: async (key) => {
      const gives = giving();
      if (gives.ok) objects.delete(mustBeKey(key));
      return gives;
    },
    check: async () => {
      const takes = taking();
      return takes.ok ? ok({ freeBytes: null }) : takes;
    },
  };
}

const factsOf = (whole: Uint8Array): KeptObject => ({
  length: whole.length,
  sha256: createHash('sha256').update(whole).digest('hex'),
});

function partOf(whole: Uint8Array, range: ByteRange | undefined): Result<OpenObject, 'badRange'> {
  const part = range === undefined ? { from: 0, to: whole.length - 1 } : rangeWithin(whole.length, range);
  if (part === null) return fail('badRange');
  return ok({ length: whole.length, chunks: once(whole.slice(part.from, part.to + 1)) });
}

/** Null: it broke off, and with that nothing is kept. */
async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  try {
    for await (const chunk of chunks) parts.push(chunk);
  } catch {
    return null;
  }
  return Buffer.concat(parts);
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}
