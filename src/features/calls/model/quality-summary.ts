import type { LineSample } from '../../../ports/line-sample.ts';
import { isOneWay, type Verdict } from './quality.ts';

/** What is kept with a call, as the operation `quality` takes it. */
type QualitySummary = {
  readonly lost: number;
  readonly jitterMs: number;
  readonly roundTripMs: number | null;
  readonly oneWaySeconds: number;
};

/** What the samples of a call have come to so far. */
export type Tally = {
  readonly samples: number;
  readonly lostIn: number;
  readonly received: number;
  readonly lostOut: Mean;
  readonly jitter: Mean;
  readonly roundTrip: Mean;
  readonly oneWayMs: number;
};

type Mean = { readonly sum: number; readonly count: number };

const nothing: Mean = { sum: 0, count: 0 };
export const emptyTally: Tally = {
  samples: 0,
  lostIn: 0,
  received: 0,
  lostOut: nothing,
  jitter: nothing,
  roundTrip: nothing,
  oneWayMs: 0,
};

/** Fewer seconds than these say nothing about a call. */
const fewestSamples = 3;

/** Adds one more sample; `before` is the one before it, if it was measured without a break. */
export function addTo(
  tally: Tally,
  before: LineSample | undefined,
  sample: LineSample,
  verdict: Verdict | null,
): Tally {
  const since = before ?? sample;
  const isNewReport = sample.report !== null && sample.report.at !== before?.report?.at;
  return {
    samples: tally.samples + 1,
    lostIn: tally.lostIn + Math.max(0, sample.lost - since.lost),
    received: tally.received + Math.max(0, sample.received - since.received),
    lostOut: isNewReport ? plus(tally.lostOut, sample.report?.lost ?? null) : tally.lostOut,
    jitter: plus(tally.jitter, sample.jitterMs),
    roundTrip: plus(tally.roundTrip, sample.roundTripMs),
    oneWayMs: tally.oneWayMs + (verdict !== null && isOneWay(verdict) ? sample.at - since.at : 0),
  };
}

/** Null when it was too short to say anything. Loss is that of the worse of the two ways. */
export function summaryOf({ samples, lostIn, received, ...tally }: Tally): QualitySummary | null {
  if (samples < fewestSamples) return null;
  const expected = lostIn + received;
  const lost = Math.max(expected === 0 ? 0 : lostIn / expected, meanOf(tally.lostOut) ?? 0);
  return {
    lost: Math.min(1, lost),
    jitterMs: meanOf(tally.jitter) ?? 0,
    roundTripMs: meanOf(tally.roundTrip),
    oneWaySeconds: tally.oneWayMs / 1000,
  };
}

const plus = (mean: Mean, value: number | null): Mean =>
  value === null ? mean : { sum: mean.sum + value, count: mean.count + 1 };
const meanOf = ({ sum, count }: Mean): number | null => (count === 0 ? null : sum / count);
