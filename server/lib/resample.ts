import { setImmediate } from 'node:timers/promises';

/** Zero crossings of the sinc on either side; more make the edge of the filter steeper. */
const zeroCrossings = 32;
/** Kaiser window: 80 dB of stop band. */
const beta = 8;
/** Where the pass band ends, as a share of the lower Nyquist frequency; the rest of it is the filter's edge. */
const passBand = 0.92;

/** So many multiplications are done at a stretch where others must not wait for all of them: two milliseconds or so. */
const stretch = 1_000_000;

/** Another sample rate by polyphase windowed-sinc filtering: flat up to 0.85 of the lower Nyquist frequency, what would alias is 70 dB down. */
export function resample(input: Int16Array, from: number, to: number): Int16Array {
  if (from === to) return input;
  const filter = filterFor(from, to);
  const output = outputFor(input, filter);
  fill(output, input, filter, 0, output.length);
  return output;
}

/** The same as `resample`, for the thread that must not be kept busy: others get their turn every few milliseconds. */
export async function resampleGently(input: Int16Array, from: number, to: number): Promise<Int16Array> {
  if (from === to) return input;
  const filter = filterFor(from, to);
  const output = outputFor(input, filter);
  const atOnce = Math.ceil(stretch / filter.taps);
  for (let start = 0; start < output.length; start += atOnce) {
    fill(output, input, filter, start, Math.min(start + atOnce, output.length));
    await setImmediate();
  }
  return output;
}

type Filter = {
  readonly up: number;
  readonly down: number;
  readonly taps: number;
  readonly phases: readonly Float64Array[];
};

/** Made once for each pair of rates; there are a handful, unless somebody sends files of odd ones. */
const filters = new Map<string, Filter>();
const mostFilters = 16;

function filterFor(from: number, to: number): Filter {
  const name = `${from}:${to}`;
  const filter = filters.get(name) ?? makeFilter(from, to);
  if (filters.size >= mostFilters) filters.clear();
  filters.set(name, filter);
  return filter;
}

function makeFilter(from: number, to: number): Filter {
  const divisor = greatestCommonDivisor(from, to);
  const [up, down] = [to / divisor, from / divisor];
  const cutoff = passBand * Math.min(1, up / down);
  const half = Math.ceil(zeroCrossings / cutoff);
  const phases = Array.from({ length: up }, (_, phase) => filterOfPhase(phase / up, half, cutoff));
  return { up, down, taps: 2 * half, phases };
}

const outputFor = (input: Int16Array, { up, down }: Filter): Int16Array =>
  new Int16Array(Math.round((input.length * up) / down));

function fill(output: Int16Array, input: Int16Array, filter: Filter, start: number, end: number): void {
  const { up, down, taps, phases } = filter;
  for (let i = start; i < end; i += 1) {
    const position = i * down;
    const phase = phases[position % up] ?? new Float64Array();
    output[i] = clamp(convolve(input, Math.floor(position / up) - taps / 2 + 1, phase));
  }
}

function convolve(input: Int16Array, start: number, filter: Float64Array): number {
  const first = Math.max(0, -start);
  const last = Math.min(filter.length, input.length - start);
  let sum = 0;
  for (let tap = first; tap < last; tap += 1) sum += (input[start + tap] ?? 0) * (filter[tap] ?? 0);
  return sum;
}

/** The taps for an output sample that lies `fraction` of an input sample behind an input sample; they sum to 1. */
function filterOfPhase(fraction: number, half: number, cutoff: number): Float64Array {
  const taps = Float64Array.from({ length: 2 * half }, (_, tap) => {
    const distance = tap - half + 1 - fraction;
    return sinc(distance * cutoff) * kaiser(distance / half);
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : bessel(beta * Math.sqrt(1 - x * x)) / bessel(beta);
}

/** The modified Bessel function of order zero, by its series. */
function bessel(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}

function clamp(sample: number): number {
  return Math.max(-32_768, Math.min(32_767, Math.round(sample)));
}
