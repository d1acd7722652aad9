import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ByteRange, RecordingStore } from '../../ports/recording-store.ts';
import { must, newId } from '../samples.testing.ts';

/** A store of a test's own, empty at first. `reopened` is the same through a store that was opened anew. */
export type RecordingStoreSubject = {
  readonly store: RecordingStore;
  readonly reopened: () => RecordingStore;
  readonly close: () => Promise<void>;
};

export async function* inChunks(bytes: Uint8Array, size = 65_536): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function* brokenOff(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield* inChunks(bytes);
  throw new Error('the phone system went away');
}

/** All of it, or a part; null where there is nothing. */
export async function readAll(store: RecordingStore, key: string, range?: ByteRange): Promise<Buffer | null> {
  const opened = must(await store.open(key, range));
  if (opened === null) return null;
  const parts: Uint8Array[] = [];
  for await (const chunk of opened.chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const newKey = (end = 'wav'): string => `${newId()}.${end}`;

/** What every store of recorded sound promises. To be called from a test file. */
export function recordingStoreContract(open: () => Promise<RecordingStoreSubject>): void {
  let subject: RecordingStoreSubject;
  beforeEach(async () => {
    subject = await open();
  });
  afterEach(() => subject.close());
  keepingContract(() => subject);

  describe('a part of an object', () => {
    it('is from and to, both included, and ends where the object does', async () => {
      const { store } = subject;
      const bytes = randomBytes(100_000);
      const key = newKey();
      must(await store.keep(key, inChunks(bytes), 'audio/wav'));
      expect(await readAll(store, key, { from: 0, to: 1 })).toEqual(bytes.subarray(0, 2));
      expect(await readAll(store, key, { from: 70_000, to: 70_009 })).toEqual(bytes.subarray(70_000, 70_010));
      expect(await readAll(store, key, { from: 99_990, to: 200_000 })).toEqual(bytes.subarray(99_990));
      expect(must(await store.open(key, { from: 5, to: 9 }))?.length).toBe(100_000);
      expect(await store.open(key, { from: 100_000, to: 100_001 })).toEqual({ ok: false, error: 'badRange' });
      expect(await store.open(key, { from: 9, to: 5 })).toEqual({ ok: false, error: 'badRange' });
      expect(await readAll(store, newKey(), { from: 0, to: 1 })).toBeNull();
    });

    it('may be left unread', async () => {
      const { store } = subject;
      const key = newKey();
      must(await store.keep(key, inChunks(randomBytes(3_000_000)), 'audio/wav'));
      const opened = must(await store.open(key));
      for await (const _ of opened?.chunks ?? []) break;
      must(await store.open(key));
      must(await store.remove(key));
      expect(await readAll(store, key)).toBeNull();
    });
  });
}

function keepingContract(subject: () => RecordingStoreSubject): void {
  describe('an object', () => {
    it('is kept whole, with its length and hash, and is there when the store is opened anew', async () => {
      const { store, reopened } = subject();
      for (const length of [0, 1, 65_536, 3_000_017]) {
        const bytes = randomBytes(length);
        const key = newKey('peaks.json');
        expect(must(await store.keep(key, inChunks(bytes), 'application/json'))).toEqual({
          length,
          sha256: sha256(bytes),
        });
        expect(must(await store.lengthOf(key))).toBe(length);
        const opened = must(await store.open(key));
        expect(opened?.length).toBe(length);
        expect((await readAll(reopened(), key))?.equals(bytes)).toBe(true);
      }
    });

    it('is not there until it is kept, and no more when it is removed', async () => {
      const { store } = subject();
      const key = newKey();
      expect(must(await store.open(key))).toBeNull();
      expect(must(await store.lengthOf(key))).toBeNull();
      must(await store.remove(key));
      must(await store.keep(key, inChunks(randomBytes(10)), 'audio/wav'));
      must(await store.remove(key));
      expect(must(await store.open(key))).toBeNull();
      expect(must(await store.lengthOf(key))).toBeNull();
    });

    it('is replaced as a whole, and stays as it was when the new one does not come whole', async () => {
      const { store } = subject();
      const key = newKey('mp3');
      const [first, second] = [randomBytes(200_000), randomBytes(100)];
      must(await store.keep(key, inChunks(first), 'audio/mpeg'));
      expect(await store.keep(key, brokenOff(second), 'audio/mpeg')).toEqual({
        ok: false,
        error: 'storageUnavailable',
      });
      expect((await readAll(store, key))?.equals(first)).toBe(true);
      must(await store.keep(key, inChunks(second), 'audio/mpeg'));
      expect((await readAll(store, key))?.equals(second)).toBe(true);
      const never = newKey();
      expect(await store.keep(never, brokenOff(first), 'audio/wav')).toMatchObject({ ok: false });
      expect(must(await store.open(never))).toBeNull();
    });

    it('is one of those that were kept at the same time', async () => {
      const { store } = subject();
      const key = newKey();
      const all = Array.from({ length: 4 }, (_, index) => Buffer.alloc(150_000, index));
      for (const kept of await Promise.all(all.map((one) => store.keep(key, inChunks(one), 'audio/wav')))) must(kept);
      const found = await readAll(store, key);
      expect(all.filter((one) => found?.equals(one))).toHaveLength(1);
    });

    it('has a key of letters, digits, hyphens and dots, and nothing else', async () => {
      const { store } = subject();
      for (const key of [
        '../x.wav',
        'a/b.wav',
        '.wav',
        'a',
        'a..wav',
        'a b.wav',
        'a.wav\n',
        `${'a'.repeat(129)}.wav`,
      ]) {
        await expect(async () => store.open(key)).rejects.toThrow('not the key of an object');
      }
    });

    it('can be kept, says the store, and where', async () => {
      const { store } = subject();
      const { freeBytes } = must(await store.check());
      expect(freeBytes === null || freeBytes > 0).toBe(true);
      expect(store.place).not.toBe('');
    });
  });
}
