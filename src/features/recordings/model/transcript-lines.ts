import type { Transcript, Word } from '../../../../shared/recording/recording.ts';

/** What one of the two said in one go. */
export type TranscriptLine = { readonly channel: 0 | 1; readonly fromMs: number; readonly words: readonly Word[] };

/** A pause of this length begins a new line, and so does the end of a sentence once a line is long enough. */
const pauseMs = 1200;
const longLine = 8;
const longestLine = 30;

/** The words in the order in which they were spoken, a line for each time somebody takes the word. */
export function linesOf({ words }: Pick<Transcript, 'words'>): readonly TranscriptLine[] {
  const lines: { channel: 0 | 1; fromMs: number; words: Word[] }[] = [];
  for (const word of words.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const line = lines.at(-1);
    if (line === undefined || beginsLine(line.words, word)) {
      lines.push({ channel: word.channel, fromMs: word.fromMs, words: [word] });
    } else line.words.push(word);
  }
  return lines;
}

function beginsLine(words: readonly Word[], next: Word): boolean {
  const last = words.at(-1);
  if (last === undefined) return true;
  if (last.channel !== next.channel || next.fromMs - last.toMs > pauseMs) return true;
  return words.length >= longestLine || (words.length >= longLine && /[.?!…]$/.test(last.text));
}

/** The line that is being spoken at this place, or was the last one; -1: nobody has spoken yet. */
export const lineAt = (lines: readonly TranscriptLine[], atMs: number): number =>
  lines.findLastIndex(({ fromMs }) => fromMs <= atMs);

export const textOf = (
  lines: readonly TranscriptLine[],
  who: (channel: 0 | 1) => string,
  time: (ms: number) => string,
): string =>
  lines
    .map(({ channel, fromMs, words }) => `${time(fromMs)} ${who(channel)}: ${words.map(({ text }) => text).join(' ')}`)
    .join('\n');
