import { describe, expect, it } from 'vitest';
import { inChunks, readAll, recordingStoreContract } from '../contract/recording-store.testing.ts';
import { must } from '../samples.testing.ts';
import { createMemoryRecordingStore } from './memory-recording-store.ts';

describe('recorded sound in memory', () => {
  recordingStoreContract(() => {
    const store = createMemoryRecordingStore();
    return Promise.resolve({ store, reopened: () => store, close: () => Promise.resolve() });
  });

  it('is full or out of reach for as long as it is to be', async () => {
    const store = createMemoryRecordingStore();
    const sound = Uint8Array.of(1, 2, 3);
    must(await store.keep('a.wav', inChunks(sound), 'audio/wav'));
    store.setFailure('storageFull');
    const full = { ok: false, error: 'storageFull' };
    expect([await store.keep('b.wav', inChunks(sound), 'audio/wav'), await store.check()]).toEqual([full, full]);
    expect(await readAll(store, 'a.wav')).toEqual(Buffer.from(sound));
    store.setFailure('storageUnavailable');
    const gone = { ok: false, error: 'storageUnavailable' };
    expect([await store.open('a.wav'), await store.lengthOf('a.wav'), await store.check()]).toEqual([gone, gone, gone]);
    store.setFailure(null);
    expect(must(await store.lengthOf('b.wav'))).toBeNull();
    must(await store.check());
  });
});
