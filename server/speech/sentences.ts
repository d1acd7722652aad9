/** What is shorter is said together with what follows: a greeting is no sentence of its own. */
const shortest = 40;
/** What is longer is made in pieces, so that nobody waits for all of it. */
const longest = 300;

/**
 * The sentences of a text, in order, each of 300 characters at most and with something to say in it. For a text that
 * was made words before (`normalise`): few full stops are left in it that end no sentence.
 */
export function sentencesOf(text: string, language: string): readonly string[] {
  const found = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  const sentences: string[] = [];
  for (const { segment } of found) {
    const before = sentences.at(-1);
    if (before !== undefined && belongTogether(before, segment)) sentences[sentences.length - 1] = before + segment;
    else sentences.push(segment);
  }
  return sentences
    .flatMap(piecesOf)
    .map((sentence) => sentence.trim())
    .filter(isSpoken);
}

function belongTogether(before: string, next: string): boolean {
  if (before.length + next.length > longest) return !isSpoken(before) || !isSpoken(next);
  return before.trim().length < shortest || !isSpoken(next) || endsWithInitial.test(before);
}

const isSpoken = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
const endsWithInitial = /(?<!\p{L})\p{Lu}\.\s*$/u;

/** Cut behind a comma or the like, else between words, else anywhere. */
function piecesOf(sentence: string): readonly string[] {
  const pieces: string[] = [];
  let rest = sentence;
  while (rest.trim().length > longest) {
    const head = rest.slice(0, longest);
    const cut = lastEnd(head, /[,;:–—)]\s/gu) ?? lastEnd(head, /\s/gu) ?? wholeSigns(head);
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...pieces, rest];
}

/** Where the last match ends, if what is before it is worth a piece. */
function lastEnd(text: string, pattern: RegExp): number | undefined {
  const ends = [...text.matchAll(pattern)].map(({ index }) => index + 1).filter((end) => end >= shortest);
  return ends.at(-1);
}

/** A sign outside of the basic plane is not cut in two. */
const wholeSigns = (text: string): number => (/[\ud800-\udbff]$/u.test(text) ? text.length - 1 : text.length);
