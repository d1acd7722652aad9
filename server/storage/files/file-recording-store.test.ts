import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ids } from '../../ports/ids.ts';
import { inChunks, readAll, recordingStoreContract } from '../contract/recording-store.testing.ts';
import { must, newId } from '../samples.testing.ts';
import { keptLog } from '../testing/kept-log.ts';
import { clearDrafts } from './clear-drafts.ts';
import { createFileRecordingStore, draftsOf } from './file-recording-store.ts';

const ids: Ids = { next: newId, secret: newId };
const sound = Uint8Array.of(1, 2, 3);
const { log } = keptLog();

describe('recorded sound in files', () => {
  let folder: string;
  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'recordings-')), 'recordings');
  });
  afterEach(() => rmSync(path.dirname(folder), { recursive: true }));
  const open = () => createFileRecordingStore({ folder, ids, log });

  recordingStoreContract(() => Promise.resolve({ store: open(), reopened: open, close: () => Promise.resolve() }));

  it('leaves nothing behind but what was kept', async () => {
    const store = open();
    must(await store.keep('abc.wav', inChunks(sound), 'audio/wav'));
    must(await store.check());
    expect(new Set(readdirSync(folder, { recursive: true }).map(String))).toEqual(
      new Set(['ab', 'ab/abc.wav', 'drafts']),
    );
  });

  /** Every write to /dev/full finds no room (full(4)); a draft that is a link to it stands for a full disk. */
  it('says that there is no room when the disk says so, and takes again what fits', async () => {
    const next = newId();
    const store = createFileRecordingStore({ folder, ids: { ...ids, next: () => next }, log });
    mkdirSync(draftsOf(folder), { recursive: true });
    const fill = (): void => symlinkSync('/dev/full', path.join(draftsOf(folder), next));
    const full = { ok: false, error: 'storageFull' };
    fill();
    expect(await store.keep('abc.wav', inChunks(sound), 'audio/wav')).toEqual(full);
    fill();
    expect(await store.check()).toEqual(full);
    expect(readdirSync(draftsOf(folder))).toEqual([]);
    expect(must(await store.open('abc.wav'))).toBeNull();
    must(await store.keep('abc.wav', inChunks(sound), 'audio/wav'));
    expect(await readAll(store, 'abc.wav')).toEqual(Buffer.from(sound));
  });

  it('says that it is out of reach when there is no such folder to be had, and says why in the log', async () => {
    writeFileSync(folder, 'a file is in the way');
    const kept = keptLog();
    const store = createFileRecordingStore({ folder, ids, log: kept.log });
    const gone = { ok: false, error: 'storageUnavailable' };
    expect(await store.keep('abc.wav', inChunks(sound), 'audio/wav')).toEqual(gone);
    expect(await store.check()).toEqual(gone);
    expect(await store.open('abc.wav')).toEqual(gone);
    expect(kept.lines[0]).toMatchObject({ level: 'error', fields: { place: `files in ${folder}` } });
  });

  it('does not give what is not what was written', async () => {
    const next = newId();
    const store = createFileRecordingStore({ folder, ids: { ...ids, next: () => next }, log });
    mkdirSync(draftsOf(folder), { recursive: true });
    symlinkSync('/dev/null', path.join(draftsOf(folder), next)); // takes everything and keeps nothing
    expect(await store.keep('abc.wav', inChunks(sound), 'audio/wav')).toEqual({
      ok: false,
      error: 'storageUnavailable',
    });
    expect(must(await store.open('abc.wav'))).toBeNull();
  });

  it('throws away what a killed server left, when it is old', async () => {
    const drafts = draftsOf(folder);
    await clearDrafts(drafts, 0); // there is no folder yet
    mkdirSync(drafts, { recursive: true });
    const [old, young] = [path.join(drafts, 'old'), path.join(drafts, 'young')];
    for (const file of [old, young]) writeFileSync(file, sound);
    utimesSync(old, 1_000, 1_000);
    utimesSync(young, 100_000, 100_000);
    await clearDrafts(drafts, 100_000_000);
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  });
});
