import { chmod, mkdtemp, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Speech } from '../ports/speech.ts';
import { createFakeSpeech } from './fake/fake-speech.ts';
import { promptFile } from './prompt-cache.ts';
import { readWav } from './wav.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'prompts-'));
});
afterEach(() => rm(folder, { recursive: true }));

function counted(): Speech & { readonly asked: () => number } {
  const speech = createFakeSpeech();
  let asked = 0;
  const synthesize: Speech['synthesize'] = (request) => {
    asked += 1;
    return speech.synthesize(request);
  };
  return { ...speech, synthesize, asked: () => asked };
}

async function prompt(speech: Speech, input: string, more: { maxBytes?: number; voice?: string; speed?: number } = {}) {
  const file = await promptFile(speech, { folder, input, ...more });
  if (!file.ok) throw new Error(file.error);
  return file.value;
}

describe('the prompt cache', () => {
  it('speaks a text once, into an 8 kHz WAV file', async () => {
    const speech = counted();
    const file = await prompt(speech, 'Hello');
    expect(path.isAbsolute(file)).toBe(true);
    expect(readWav(await readFile(file))).toMatchObject({ ok: true, value: { sampleRate: 8000 } });
    expect(await prompt(speech, 'Hello')).toBe(file);
    expect(speech.asked()).toBe(1);
    expect(await readdir(folder)).toEqual([path.basename(file)]);
  });

  it('keeps apart what sounds different', async () => {
    const speech = createFakeSpeech();
    const files = await Promise.all([
      prompt(speech, 'Hello'),
      prompt(speech, 'Hello', { voice: 'high' }),
      prompt(speech, 'Hello', { speed: 2 }),
      prompt({ ...speech, engine: 'another' }, 'Hello'),
    ]);
    expect(new Set(files).size).toBe(4);
    expect(await prompt(speech, 'Hello', { speed: 1 })).toBe(files[0]);
  });

  it('survives being asked the same at once', async () => {
    const files = await Promise.all(Array.from({ length: 10 }, () => prompt(createFakeSpeech(), 'Hello')));
    expect(new Set(files).size).toBe(1);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('throws away what was not used for longest, never the newest, and what a crash left behind', async () => {
    const speech = createFakeSpeech();
    const [first, second] = [await prompt(speech, 'First'), await prompt(speech, 'Second')];
    const draft = path.join(folder, '.draft-left');
    await mkdir(draft);
    for (const [file, minutesAgo] of [
      [first, 60],
      [second, 90],
      [draft, 90],
    ] as const) {
      const at = new Date(Date.now() - minutesAgo * 60_000);
      await utimes(file, at, at);
    }
    await prompt(speech, 'First');
    const third = await prompt(speech, 'Third', { maxBytes: 11_000 });
    expect((await readdir(folder)).toSorted()).toEqual([first, third].map((file) => path.basename(file)).toSorted());
    const fourth = await prompt(speech, 'Fourth', { maxBytes: 1 });
    expect(await readdir(folder)).toEqual([path.basename(fourth)]);
  });

  it('passes on what speech refuses, and says when the folder takes nothing', async () => {
    const speech = createFakeSpeech();
    expect(await promptFile(speech, { folder, input: ' ' })).toEqual({ ok: false, error: 'speechEmpty' });
    const occupied = path.join(folder, 'file');
    await writeFile(occupied, '');
    expect(await promptFile(speech, { folder: path.join(occupied, 'prompts'), input: 'Hello' })).toEqual({
      ok: false,
      error: 'promptNotStored',
    });
    await chmod(occupied, 0o600);
  });
});
