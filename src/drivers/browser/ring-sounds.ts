import type { RingTone } from '../../ports/ringer.ts';

/** One note: Hz, seconds from the start of a period, how long it lasts or dies away (s), how loud (0 to 1). */
type Note = {
  readonly hz: number;
  readonly at: number;
  readonly lasts: number;
  readonly gain: number;
  /** `struck`: loud at once and dying away. `blown`: as loud from its first moment to its last. */
  readonly how: 'struck' | 'blown';
};

export type RingSound = {
  readonly notes: readonly Note[];
  /** Seconds until it begins anew. */
  readonly period: number;
};

/** A strike with its overtones, each with its share of the loudness; high ones die first, as in anything that is struck. */
const strike = (
  hz: number,
  at: number,
  lasts: number,
  overtones: readonly (readonly [ratio: number, share: number])[],
  gain: number,
): readonly Note[] =>
  overtones.map(([ratio, share]) => ({
    hz: hz * ratio,
    at,
    lasts: lasts / Math.sqrt(ratio),
    gain: gain * share,
    how: 'struck' as const,
  }));

/** The partials of a bell are no harmonics: hum, prime, tierce, quint, nominal and above. */
const bell = [
  [0.5, 0.3],
  [1, 0.5],
  [1.2, 0.3],
  [1.5, 0.2],
  [2, 0.4],
  [2.74, 0.2],
  [4.1, 0.1],
] as const;
/** A bar that is tuned: the octave above the octave, and a click. */
const marimba = [
  [1, 1],
  [4, 0.3],
  [9.2, 0.08],
] as const;
const chime = [
  [1, 0.7],
  [2, 0.25],
  [3, 0.08],
] as const;

const steps = (from: number, every: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + every * index);

/** Told apart from across a room, and each loud in the middle of what the ear hears best (400 Hz to 2 kHz). */
export const ringSounds: Readonly<Record<RingTone | 'knock', RingSound>> = {
  /** A desk bell, pressed twice. */
  bell: {
    period: 3,
    notes: [0, 0.45].flatMap((at) => strike(880, at, 1.4, bell, 0.28)),
  },
  /** A falling third, as at a door. */
  twoNotes: {
    period: 3,
    notes: [...strike(784, 0, 1.1, chime, 0.36), ...strike(622.25, 0.45, 1.4, chime, 0.36)],
  },
  /** Four wooden notes going up, twice. */
  marimba: {
    period: 3,
    notes: [0, 0.85].flatMap((start) =>
      [523.25, 659.25, 783.99, 1046.5].flatMap((hz, index) => strike(hz, start + index * 0.15, 0.4, marimba, 0.32)),
    ),
  },
  /** Two tones as a European exchange rings, cut as by a clapper. */
  classic: {
    period: 3,
    notes: [0, 0.6].flatMap((start) =>
      steps(start, 0.05, 8).flatMap((at) =>
        [440, 494].map((hz) => ({ hz, at, lasts: 0.035, gain: 0.22, how: 'blown' as const })),
      ),
    ),
  },
  knock: {
    period: 4,
    notes: [440, 494].map((hz) => ({ hz, at: 0, lasts: 0.15, gain: 0.06, how: 'blown' as const })),
  },
};

/** Plays one period into `destination`; answers the way to cut it off, silent in that instant. */
export function playSound(context: AudioContext, destination: AudioNode, { notes }: RingSound): () => void {
  const all = new GainNode(context, { gain: 1 });
  all.connect(destination);
  const start = context.currentTime + 0.01;
  for (const { hz, at, lasts, gain, how } of notes) {
    const volume = new GainNode(context, { gain: 0 });
    const source = new OscillatorNode(context, { frequency: hz });
    source.connect(volume).connect(all);
    // A few milliseconds up and down: a tone that begins in the middle of its swing clicks.
    volume.gain.setTargetAtTime(gain, start + at, 0.003);
    if (how === 'struck') volume.gain.setTargetAtTime(0, start + at + 0.015, lasts / 5);
    else volume.gain.setTargetAtTime(0, start + at + lasts, 0.005);
    source.start(start + at);
    source.stop(start + at + lasts + 0.1);
  }
  return () => all.disconnect();
}
