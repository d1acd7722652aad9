import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openTranscriptStandIn, type Posted } from '../network/stand-in.testing.ts';
import { describeTranscriber, handDeadlines, writeSound } from '../transcriber-contract.testing.ts';
import { createOpenAiTranscriber } from './openai-transcriber.ts';

const isRight = ({ path: asked, key, fields, sound }: Posted): boolean =>
  asked === '/v1/audio/transcriptions' &&
  key === 'Bearer sk-1' &&
  fields['model'] === 'whisper-1' &&
  fields['response_format'] === 'verbose_json' &&
  fields['timestamp_granularities[]'] === 'word' &&
  sound.toString('latin1', 0, 4) === 'RIFF';

/** As the real one answers: the language by its English name, seconds with fractions. */
const words = (post: Posted) =>
  isRight(post)
    ? {
        task: 'transcribe',
        language: 'english',
        duration: 2,
        text: 'hello there',
        words: [
          { word: 'hello', start: 0.5, end: 0.9 },
          { word: 'there', start: 1, end: 1.4 },
        ],
      }
    : undefined;
const silence = () => ({ task: 'transcribe', language: 'english', duration: 2, text: '' });

async function open(pieceMs?: number) {
  const standIn = await openTranscriptStandIn({ words, silence });
  const { clock, pass } = handDeadlines();
  const transcriber = createOpenAiTranscriber({
    baseUrl: `${standIn.url}/v1/`,
    key: 'sk-1',
    model: 'whisper-1',
    clock,
    log: { warn: () => {} },
    language: null,
    ...(pieceMs === undefined ? {} : { pieceMs }),
  });
  const close = async (): Promise<void> => {
    await transcriber.close();
    await standIn.close();
  };
  return { ...standIn, transcriber, passDeadlines: pass, close };
}

describeTranscriber('openai', open);

it('sends a long sound in pieces, and puts their words where they are in the whole', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'pieces-'));
  const rig = await open(20_000);
  const long = await writeSound(path.join(folder, 'long.wav'), 30_000);
  const heard = await rig.transcriber.transcribe({ path: long });
  const sent = rig.posts.map(({ sound }) => sound.length - 44);
  expect(sent.length).toBe(2);
  expect(sent.reduce((sum, bytes) => sum + bytes, 0)).toBe(30_000 * 16);
  expect(Math.max(...sent)).toBeLessThanOrEqual(20_000 * 16);
  const second = (sent[0] ?? 0) / 16;
  expect(heard).toMatchObject({ value: { words: [{ fromMs: 500 }, {}, {}, {}] } });
  expect(heard.ok && heard.value.words[2]?.fromMs).toBeCloseTo(second + 500, -1);
  await rig.close();
  await rm(folder, { recursive: true });
});
