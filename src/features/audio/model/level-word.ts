export type LevelWord = 'nothing' | 'quiet' | 'good' | 'loud';

/** Where one word becomes the next, on the scale of the meters: 0 is −60 dB, 1 is 0 dB. */
const limits = { heard: 0.15, good: 0.42, loud: 0.93 } as const;

/** A pause between two words is not silence: what counts is the loudest of the last two seconds. */
const memory = 20;

/** What a level comes to in a word, when it is measured ten times a second. */
export function createLevelWord(): (level: number) => LevelWord {
  let recent: readonly number[] = [];
  return (level) => {
    recent = [...recent.slice(1 - memory), level];
    const loudest = Math.max(...recent);
    if (loudest < limits.heard) return 'nothing';
    if (loudest < limits.good) return 'quiet';
    return loudest < limits.loud ? 'good' : 'loud';
  };
}
