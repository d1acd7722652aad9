export type Token = { readonly word: string; readonly start?: number | undefined; readonly end?: number | undefined };
type TimedWord = { readonly text: string; readonly start: number; readonly end: number };

/**
 * What whisper.cpp calls words are tokens: ` call`, `ing`, `,`. One that begins with a space begins a word; the others belong to the
 * one before. Notes like `[BLANK_AUDIO]` and `(music)` are no words. Seconds.
 */
export function wordsOfTokens(tokens: readonly Token[], from: number): readonly TimedWord[] {
  const words: TimedWord[] = [];
  let at = from;
  for (const { word, start = at, end = start } of tokens) {
    const last = words.at(-1);
    at = Math.max(start, end);
    if (last === undefined || word.startsWith(' ')) words.push({ text: word, start, end: at });
    else words[words.length - 1] = { text: last.text + word, start: last.start, end: Math.max(last.end, at) };
  }
  return withoutNotes(words.map((word) => ({ ...word, text: word.text.trim() })).filter(({ text }) => text !== ''));
}

const closers: Readonly<Record<string, string>> = { '[': ']', '(': ')' };

function withoutNotes(words: readonly TimedWord[]): readonly TimedWord[] {
  const spoken: TimedWord[] = [];
  let closer: string | undefined;
  for (const word of words) {
    closer ??= closers[word.text[0] ?? ''];
    if (closer === undefined) spoken.push(word);
    else if (word.text.replace(/[.,!?]$/, '').endsWith(closer)) closer = undefined;
  }
  return spoken;
}
