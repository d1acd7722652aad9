import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transcriber } from '../ports/transcriber.ts';

/** A transcriber, and somebody it asks who hears `hello there` half a second after the beginning of everything. */
export type TranscriberRig = {
  readonly transcriber: Transcriber;
  /** How it answers from now on. */
  readonly misbehave: (how: 'garbage' | 'refusing' | 'gone' | 'hanging' | 'silent') => Promise<void>;
  /** Resolves when it has been asked. */
  readonly asked: () => Promise<unknown>;
  /** Lets the time of every deadline pass. */
  readonly passDeadlines: () => void;
  readonly close: () => Promise<void>;
};

/** A mono file at 8 kHz with a tone in it. */
export async function writeSound(file: string, ms: number): Promise<string> {
  const bytes = Buffer.alloc(44 + 16 * ms);
  Buffer.from('UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQAAAAA=', 'base64').copy(bytes);
  bytes.writeUInt32LE(36 + 16 * ms, 4);
  bytes.writeUInt32LE(16 * ms, 40);
  for (let i = 0; i < 8 * ms; i += 1) bytes.writeInt16LE(Math.round(8000 * Math.sin(i / 3)), 44 + 2 * i);
  await writeFile(file, bytes);
  return file;
}

export function describeTranscriber(name: string, open: () => Promise<TranscriberRig>): void {
  describe(`transcriber: ${name}`, () => {
    let folder = '';
    let sound = '';
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'transcriber-'));
      sound = await writeSound(path.join(folder, 'sound.wav'), 2000);
    });
    afterAll(() => rm(folder, { recursive: true }));

    const within = async (task: (rig: TranscriberRig) => Promise<void>): Promise<void> => {
      const rig = await open();
      try {
        await task(rig);
      } finally {
        await rig.close();
      }
    };

    it('hears words, timed from the beginning, and says in what language', () =>
      within(async ({ transcriber }) => {
        expect(transcriber.name).not.toBe('');
        expect(await transcriber.transcribe({ path: sound, language: 'en-GB' })).toMatchObject({
          ok: true,
          value: {
            language: 'en',
            words: [
              { text: 'hello', fromMs: 500, toMs: 900 },
              { text: 'there', fromMs: 1000, toMs: 1400 },
            ],
          },
        });
      }));

    it('hears no words where nothing is said, and asks nobody about no sound', () =>
      within(async ({ transcriber, misbehave }) => {
        const empty = await writeSound(path.join(folder, 'empty.wav'), 0);
        expect(await transcriber.transcribe({ path: empty })).toMatchObject({ ok: true, value: { words: [] } });
        await misbehave('silent');
        expect(await transcriber.transcribe({ path: sound })).toMatchObject({ ok: true, value: { words: [] } });
      }));

    it.each([
      ['garbage', 'notUnderstood'],
      ['refusing', 'transcriberUnavailable'],
      ['gone', 'transcriberUnavailable'],
    ] as const)('of one that is %s says %s', (how, error) =>
      within(async ({ transcriber, misbehave }) => {
        await misbehave(how);
        expect(await transcriber.transcribe({ path: sound })).toEqual({ ok: false, error });
      }),
    );

    it('waits for one that hangs until its deadline', () =>
      within(async ({ transcriber, misbehave, asked, passDeadlines }) => {
        await misbehave('hanging');
        const arrival = asked();
        const waiting = transcriber.transcribe({ path: sound });
        await arrival;
        passDeadlines();
        expect(await waiting).toEqual({ ok: false, error: 'transcriberTimedOut' });
      }));

    it('ends what is under way when it is closed, and takes nothing more', () =>
      within(async ({ transcriber, misbehave, asked }) => {
        await misbehave('hanging');
        const arrival = asked();
        const waiting = transcriber.transcribe({ path: sound });
        await arrival;
        await transcriber.close();
        const gone = { ok: false, error: 'transcriberUnavailable' };
        expect(await waiting).toEqual(gone);
        expect(await transcriber.transcribe({ path: sound })).toEqual(gone);
      }));
  });
}

/** A clock whose deadlines pass when they are told to. */
export function handDeadlines() {
  const deadlines = new Set<() => void>();
  return {
    clock: {
      after: (_ms: number, run: () => void) => {
        deadlines.add(run);
        return () => void deadlines.delete(run);
      },
    },
    pass: () => {
      for (const run of deadlines) run();
    },
  };
}
