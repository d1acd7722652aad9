import { correlate } from './correlate.ts';
import { sampleRate } from './g711.ts';

/** A known sound found again in what was heard. */
export type FoundSound = {
  /** Normalised cross-correlation at the best place: 1 is the very sound, G.711 leaves above 0.97, other speech is below 0.4. */
  readonly likeness: number;
  /** Where it begins in what was heard, in samples; negative when its beginning is not there. */
  readonly lag: number;
  /** How much of it is there, from the first stretch that is it to the last one before it breaks off, in ms. */
  readonly heardMs: number;
};

/** Samples that are taken as one in the first search: a voice has its strength below 500 Hz. */
const coarse = 8;
/** How many of the best places of the first search are looked at closely, and how closely around each, in samples. */
const candidates = 3;
const around = coarse;

/**
 * Finds a sound (8 kHz, 16 bit) in what was heard, at its best place. Only part of it may have been heard, or other sound
 * lie before and behind. Some hundredths of a second for 10 s in 20 s, so that the caller's clock does not wait for it.
 */
export function findSound(wanted: Int16Array, heard: Int16Array): FoundSound {
  const rough = placesOf(decimated(wanted), decimated(heard));
  const exact = createCorrelation(new Float64Array(wanted), new Float64Array(heard));
  let best = { lag: 0, likeness: 0 };
  for (const place of rough) {
    for (let lag = place * coarse - around; lag <= place * coarse + around; lag += 1) {
      const likeness = exact(lag);
      if (likeness > best.likeness) best = { lag, likeness };
    }
  }
  return { ...best, heardMs: best.likeness === 0 ? 0 : heardMsOf(wanted, heard, best.lag) };
}

/** Where a decimated sound may begin, the likeliest first. */
function placesOf(wanted: Float64Array, heard: Float64Array): readonly number[] {
  const best: { readonly place: number; readonly likeness: number }[] = [];
  const normalised = normalise(wanted, heard);
  for (const [n, sum] of correlate(wanted, heard).entries()) {
    const place = n - (wanted.length - 1);
    const likeness = normalised(sum, place);
    if (likeness <= (best[candidates - 1]?.likeness ?? 0)) continue;
    best.push({ place, likeness });
    best.sort((one, other) => other.likeness - one.likeness);
    best.length = Math.min(best.length, candidates);
  }
  return best.map(({ place }) => place);
}

/** The normalised correlation at a lag; what lies outside of what was heard is silence. */
function createCorrelation(wanted: Float64Array, heard: Float64Array): (lag: number) => number {
  const normalised = normalise(wanted, heard);
  return (lag) => {
    const [from, to] = overlap(wanted, heard, lag);
    let sum = 0;
    for (let i = from; i < to; i += 1) sum += (wanted[i] ?? 0) * (heard[i + lag] ?? 0);
    return normalised(sum, lag);
  };
}

/** Makes a sum of products a number from 0 to 1, by the energies of what is looked for and of what is in its place. */
function normalise(wanted: Float64Array, heard: Float64Array): (sum: number, lag: number) => number {
  const [ours, theirs] = [energiesOf(wanted), energiesOf(heard)];
  const own = ours.at(-1) ?? 0;
  return (sum, lag) => {
    const [from, to] = overlap(wanted, heard, lag);
    const energy = (theirs[Math.max(from, to) + lag] ?? 0) - (theirs[from + lag] ?? 0);
    return energy < 1 || own < 1 ? 0 : Math.max(0, sum / Math.sqrt(energy * own));
  };
}

/** The part of what is looked for that meets what was heard at a lag. */
const overlap = (wanted: Float64Array, heard: Float64Array, lag: number): readonly [from: number, to: number] => [
  Math.max(0, -lag),
  Math.min(wanted.length, heard.length - lag),
];

/** The energy of everything before each sample, and last of all. */
function energiesOf(samples: Float64Array): Float64Array {
  const energies = new Float64Array(samples.length + 1);
  for (let i = 0; i < samples.length; i += 1) energies[i + 1] = (energies[i] ?? 0) + (samples[i] ?? 0) ** 2;
  return energies;
}

function decimated(samples: Int16Array): Float64Array {
  return Float64Array.from({ length: Math.floor(samples.length / coarse) }, (_, i) => {
    let sum = 0;
    for (let at = i * coarse; at < (i + 1) * coarse; at += 1) sum += samples[at] ?? 0;
    return sum;
  });
}

/** What is compared at a time, in samples: 60 ms hold some periods of any voice. */
const stretch = (60 * sampleRate) / 1000;
/** RMS of 16-bit samples below which a stretch is a pause. */
const pauseLevel = 150;
/** The least likeness of a stretch that is the same sound. */
const sameSound = 0.7;

type Stretch = 'same' | 'other' | 'pause';

function heardMsOf(wanted: Int16Array, heard: Int16Array, lag: number): number {
  const stretches: Stretch[] = [];
  for (let at = 0; at < wanted.length; at += stretch) {
    const [mine, from] = [wanted.subarray(at, at + stretch), at + lag];
    stretches.push(from < 0 ? 'other' : compare(mine, heard.subarray(from, from + mine.length)));
  }
  const [first, last] = [stretches.indexOf('same'), lastOf(stretches)];
  if (first === -1) return 0;
  const samples = Math.min(wanted.length, (last + 1) * stretch) - first * stretch;
  return (samples * 1000) / sampleRate;
}

/** One stretch that is not the same may be a click on the line; two in a row are the end of it. */
function lastOf(stretches: readonly Stretch[]): number {
  let last = -1;
  for (const [at, kind] of stretches.entries()) {
    if (kind === 'other' && stretches[at - 1] === 'other' && last !== -1) break;
    if (kind === 'same') last = at;
  }
  return last;
}

function compare(wanted: Int16Array, heard: Int16Array): Stretch {
  const [own, theirs] = [levelOf(wanted), levelOf(heard)];
  if (own < pauseLevel) return theirs < 2 * pauseLevel ? 'pause' : 'other';
  return createCorrelation(new Float64Array(wanted), new Float64Array(heard))(0) >= sameSound ? 'same' : 'other';
}

function levelOf(samples: Int16Array): number {
  return samples.length === 0 ? 0 : Math.sqrt((energiesOf(new Float64Array(samples)).at(-1) ?? 0) / samples.length);
}
