import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWav } from '../../speech/wav.ts';
import { keptLog } from '../testing/kept-log.ts';
import { createSoundFiles } from './sound-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fd-sounds-'));
});
afterEach(() => rm(folder, { recursive: true }));

const open = (at = path.join(folder, 'sounds')) => createSoundFiles({ folder: at, log: keptLog().log });
const wav = (ms: number) => writeWav({ sampleRate: 8000, samples: new Int16Array(ms * 8).fill(99) });

async function* inPieces(file: Uint8Array, size = 1000): AsyncIterable<Uint8Array> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

describe('kept sounds', () => {
  it('are whole, measured, and gone when they are removed', async () => {
    const sounds = open();
    expect(await sounds.keep('voicemail-1', inPieces(wav(1500)))).toEqual({ ok: true, value: { lengthMs: 1500 } });
    expect(await sounds.read('voicemail-1')).toEqual({ ok: true, value: wav(1500) });
    expect(await readdir(path.join(folder, 'sounds'))).toEqual(['voicemail-1.wav']);
    expect((await sounds.remove('voicemail-1')).ok).toBe(true);
    expect((await sounds.remove('voicemail-1')).ok).toBe(true);
    expect(await sounds.read('voicemail-1')).toEqual({ ok: true, value: null });
  });

  it('have their header put right when its writer was killed', async () => {
    const killed = Buffer.from(wav(2000));
    killed.writeUInt32LE(0, 4);
    killed.writeUInt32LE(0, 40);
    const sounds = open();
    expect(await sounds.keep('a', inPieces(killed))).toEqual({ ok: true, value: { lengthMs: 2000 } });
    expect(await sounds.read('a')).toEqual({ ok: true, value: wav(2000) });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a header alone', wav(0)],
    ['something else', Buffer.from('hello')],
  ])('that are %s have no length', async (_, bytes) => {
    expect(await open().keep('a', inPieces(bytes))).toEqual({ ok: true, value: { lengthMs: 0 } });
  });

  it('that cannot be stored are a failure, not an exception', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    const sounds = open(path.join(file, 'below'));
    expect(await sounds.keep('a', inPieces(wav(10)))).toEqual({ ok: false, error: 'soundNotStored' });
  });

  it('that break off on their way are a failure, and leave nothing to be mistaken for them', async () => {
    async function* breaking(): AsyncIterable<Uint8Array> {
      yield* inPieces(wav(10));
      throw new TypeError('terminated');
    }
    const sounds = open();
    expect(await sounds.keep('a', breaking())).toEqual({ ok: false, error: 'soundNotStored' });
    expect(await sounds.read('a')).toEqual({ ok: true, value: null });
  });

  it('do not leave their folder', async () => {
    await expect(open().read('../secret')).rejects.toThrow();
  });
});
