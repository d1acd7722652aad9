import { expect, it } from 'vitest';
import { openTranscriptStandIn, type Posted } from '../network/stand-in.testing.ts';
import { describeTranscriber, handDeadlines } from '../transcriber-contract.testing.ts';
import { createWhisperTranscriber } from './whisper-transcriber.ts';
import { wordsOfTokens } from './words-of-tokens.ts';

const isRight = ({ path, fields, sound }: Posted): boolean =>
  path === '/inference' && fields['response_format'] === 'verbose_json' && sound.toString('latin1', 0, 4) === 'RIFF';

const token = (word: string, start: number, end: number) => ({ word, start, end, t_dtw: -1, probability: 0.9 });
const segment = (text: string, ...words: readonly ReturnType<typeof token>[]) => ({
  id: 0,
  text,
  start: 0.5,
  end: 1.4,
  tokens: [7751, 456],
  words,
});
const answerOf =
  (...segments: readonly ReturnType<typeof segment>[]) =>
  (post: Posted) =>
    isRight(post) ? { task: 'transcribe', language: 'english', duration: 2, text: '', segments } : undefined;

describeTranscriber('whisper.cpp', async () => {
  const standIn = await openTranscriptStandIn({
    words: answerOf(segment(' hello there', token(' hel', 0.5, 0.7), token('lo', 0.7, 0.9), token(' there', 1, 1.4))),
    silence: answerOf(
      segment(' [BLANK_AUDIO]', token(' [', 0.5, 0.6), token('BLANK_AUDIO', 0.6, 1), token(']', 1, 1.1)),
    ),
  });
  const { clock, pass } = handDeadlines();
  const options = { url: standIn.url, clock, log: { warn: () => {} }, language: null };
  const transcriber = createWhisperTranscriber(options);
  const close = async (): Promise<void> => {
    await transcriber.close();
    await standIn.close();
  };
  return { ...standIn, transcriber, passDeadlines: pass, close };
});

it('makes words of tokens, and none of notes', () => {
  const tokens = [' Don', "'t", ' (', 'clears', ' throat', ')', ' wait', ',', ' please', '.'];
  const timed = tokens.map((word, i) => ({ word, start: i, end: i + 1 }));
  expect(wordsOfTokens(timed, 0)).toEqual([
    { text: "Don't", start: 0, end: 2 },
    { text: 'wait,', start: 6, end: 8 },
    { text: 'please.', start: 8, end: 10 },
  ]);
});
