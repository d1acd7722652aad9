import type { SpokenMessage, SpokenSentence } from '../ports/reply-speech.ts';
import type { Media } from '../ports/telephony.ts';

/** The sentences of a message, as they come in while it is heard. */
export type MessageSound = {
  /** What can be played now from that sentence on; none when it is not there yet, or there is no more. */
  readonly from: (sentence: number) => Playable;
  /** Resolves when it is known whether that sentence can be played. */
  readonly known: (sentence: number) => Promise<void>;
  /** How long all of it is; null while that is not known. */
  readonly lengthMs: () => number | null;
  /** Some of it is spoken by the usual voice in place of the one asked for. */
  readonly fellBack: () => boolean;
};

export type Playable = {
  readonly media: readonly Media[];
  readonly lengthMs: number;
  /** The sentence after these; null: there is none. */
  readonly next: number | null;
};

export function createMessageSound({ ready, rest }: SpokenMessage): MessageSound {
  const sentences: SpokenSentence[] = [...ready];
  let isComplete = rest.length === 0;
  const add = (sentence: SpokenSentence | null, isLast: boolean): void => {
    // What follows a sentence that could not be spoken would make no sense without it.
    if (sentence !== null && !isComplete) sentences.push(sentence);
    isComplete ||= isLast || sentence === null;
  };
  let before = Promise.resolve();
  const arrivals = rest.map((coming, index) => {
    before = before.then(async () => add(await coming, index === rest.length - 1));
    return before;
  });
  const sum = (some: readonly SpokenSentence[]): number => some.reduce((total, { lengthMs }) => total + lengthMs, 0);
  return {
    from: (sentence) => {
      const some = sentences.slice(sentence);
      const media = some.map(({ path }) => ({ kind: 'file', path }) as const);
      return { media, lengthMs: sum(some), next: isComplete ? null : sentences.length };
    },
    known: async (sentence) => arrivals[sentence - ready.length],
    lengthMs: () => (isComplete ? sum(sentences) : null),
    fellBack: () => sentences.some(({ fellBack }) => fellBack),
  };
}

/** Of a message that cannot be had any more: nothing is heard of it. */
export const noSound: MessageSound = {
  from: () => ({ media: [], lengthMs: 0, next: null }),
  known: async () => {},
  lengthMs: () => null,
  fellBack: () => false,
};
