import { fail, ok } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Heard, Transcriber } from '../../ports/transcriber.ts';
import { pieceByPiece } from '../piece-by-piece.ts';
import { lengthMsOf } from '../sound-pieces.ts';
import { shortLanguage } from '../spoken-language.ts';
import { type Command, isThere, recognise } from './recognise.ts';
import { widened } from './widened.ts';

export type PocketsphinxOptions = {
  readonly command?: Command;
  readonly clock: Pick<Clock, 'after'>;
  /** BCP 47. Its usual model is English, and knows nothing else. */
  readonly language: string | null;
};

export const pocketsphinxOnThePath: Command = ['pocketsphinx_continuous'];
export const findPocketsphinx = (command = pocketsphinxOnThePath): Promise<boolean> => isThere(command);

/** A process for so much: 10 MB of sound. */
const pieceMs = 300_000;
/** Beside twice the length of the sound; it takes half of it on a slow machine. */
const leastDeadlineMs = 60_000;

/** Speech to text by the program `pocketsphinx_continuous`: offline, small, and of telephone calls a rough draft at best. */
export function createPocketsphinxTranscriber({
  command = pocketsphinxOnThePath,
  clock,
  language,
}: PocketsphinxOptions): Transcriber {
  return pieceByPiece({
    name: 'pocketsphinx',
    draft: true,
    pieceMs,
    hear: async (piece, spoken = language ?? 'en', signal) => {
      if (signal.aborted) return fail('transcriberUnavailable');
      const deadlineMs = leastDeadlineMs + 2 * lengthMsOf(piece);
      const said = await recognise(command, { sound: widened(piece.samples), clock, deadlineMs, signal });
      if (!said.ok) return said;
      const words = wordsIn(said.value);
      return words === undefined ? fail('notUnderstood') : ok({ language: shortLanguage(spoken), words });
    },
  });
}

/** A line of a sentence, then a line for each word: the word, where it begins and ends in seconds, how sure it is. */
const timedWord = /^(\S+) (\d+(?:\.\d+)?) (\d+(?:\.\d+)?) -?\d+(?:\.\d+)?(?:e-?\d+)?$/;

/** Undefined for what the program never writes. `<s>`, `<sil>`, `[NOISE]` and `++UH++` are no words; `and(2)` is another way to say `and`. */
function wordsIn(output: string): Heard['words'] | undefined {
  const lines = output.split('\n').map((line) => line.trim());
  const timed = lines.flatMap((line) => {
    const [, word, from, to] = timedWord.exec(line) ?? [];
    return word === undefined ? [] : [{ word, from: Number(from), to: Number(to) }];
  });
  if (timed.length === 0 && lines.some((line) => line !== '')) return undefined;
  return timed
    .filter(({ word }) => !/^[<[+]/.test(word))
    .map(({ word, from, to }) => ({
      text: word.replace(/\(\d+\)$/, ''),
      fromMs: Math.round(from * 1000),
      toMs: Math.round(to * 1000),
    }));
}
