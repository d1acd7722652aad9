import type { LineSample } from '../../../ports/line-sample.ts';

/** How a call sounds, as a person says it. */
export type Verdict =
  | { readonly kind: 'good' }
  | { readonly kind: 'fair' }
  | ({ readonly kind: 'poor' } & (
      | { readonly why: 'lost'; readonly share: number }
      | { readonly why: 'uneven' }
      | { readonly why: 'late'; readonly ms: number }
    ))
  /** Nothing of us reaches them. `microphone`: there is nothing to send; `path`: it does not leave, or not arrive. */
  | { readonly kind: 'notHeard'; readonly why: 'microphone' | 'path' }
  /** Nothing of them reaches us. */
  | { readonly kind: 'notHearing' };

/** What the words are made of; null: not known (yet). Shares are 0 to 1. */
export type QualityDetails = {
  readonly lostIn: number | null;
  readonly lostOut: number | null;
  readonly jitterMs: number | null;
  readonly roundTripMs: number | null;
};

export type Quality = { readonly verdict: Verdict; readonly details: QualityDetails };

/** What counts is the last three seconds: four samples, one each second. */
export const windowSamples = 4;
/** So many seconds in a row without a packet, and nothing arrives: found in less than three. */
const silentIntervals = 2;
/** ITU-T G.711 with its concealment bears some per cent of loss; above, words are lost. */
const limits = {
  fair: { lost: 0.02, jitterMs: 40, roundTripMs: 400 },
  poor: { lost: 0.05, jitterMs: 100, roundTripMs: 800 },
};
/** The far end reports that hardly anything arrives there. */
const allLost = 0.95;
/** A report of the far end that is older says nothing of now (RFC 3550 §6.2: one in five seconds, or sooner). */
const reportAgesMs = 7000;

/**
 * How the call sounds, of its latest samples (oldest first, a second apart); null while there are too few to tell.
 * Silence is no fault: what is judged is what is sent and what arrives, not how loud it is. While muted (`isMuted`)
 * nobody expects to be heard.
 */
export function qualityOf(samples: readonly LineSample[], isMuted: boolean): Quality | null {
  const window = samples.slice(-windowSamples);
  const last = window.at(-1);
  if (last === undefined) return null;
  const details = detailsOf(window, last);
  const verdict = oneWay(window, last, details, isMuted) ?? (window.length < 2 ? null : judge(details));
  return verdict === null ? null : { verdict, details };
}

function oneWay(
  window: readonly LineSample[],
  last: LineSample,
  { lostOut }: QualityDetails,
  isMuted: boolean,
): Verdict | null {
  if (!isMuted && last.microphone !== 'live') return { kind: 'notHeard', why: 'microphone' };
  const isLostOnTheWay =
    stands(window, ({ sent }) => sent) || (lostOut !== null && lostOut >= allLost) || unansweredChecks(window);
  if (!isMuted && isLostOnTheWay) return { kind: 'notHeard', why: 'path' };
  return stands(window, ({ received }) => received) ? { kind: 'notHearing' } : null;
}

/** The count has not grown in the last seconds. */
function stands(window: readonly LineSample[], count: (sample: LineSample) => number): boolean {
  const latest = window.slice(-1 - silentIntervals);
  return latest.length > silentIntervals && new Set(latest.map(count)).size === 1;
}

/** The path is asked all the time whether it still works (RFC 7675): asked in vain more than once, with no answer since. */
function unansweredChecks(window: readonly LineSample[]): boolean {
  const [first, last] = [window[0], window.at(-1)];
  if (first === undefined || last === undefined || window.length < windowSamples) return false;
  return last.checksAnswered === first.checksAnswered && last.checksSent - first.checksSent >= 2;
}

function detailsOf(window: readonly LineSample[], last: LineSample): QualityDetails {
  const first = window[0] ?? last;
  const lost = Math.max(0, last.lost - first.lost);
  const expected = last.received - first.received + lost;
  const { report } = last;
  const isFresh = report !== null && last.at - report.at <= reportAgesMs;
  return {
    lostIn: expected <= 0 ? null : lost / expected,
    lostOut: isFresh ? report.lost : null,
    jitterMs: last.jitterMs,
    roundTripMs: last.roundTripMs,
  };
}

function judge({ lostIn, lostOut, jitterMs, roundTripMs }: QualityDetails): Verdict {
  const lost = Math.max(lostIn ?? 0, lostOut ?? 0);
  const { fair, poor } = limits;
  if (lost >= poor.lost) return { kind: 'poor', why: 'lost', share: lost };
  if ((jitterMs ?? 0) >= poor.jitterMs) return { kind: 'poor', why: 'uneven' };
  if ((roundTripMs ?? 0) >= poor.roundTripMs) return { kind: 'poor', why: 'late', ms: roundTripMs ?? 0 };
  const isFair = lost >= fair.lost || (jitterMs ?? 0) >= fair.jitterMs || (roundTripMs ?? 0) >= fair.roundTripMs;
  return isFair ? { kind: 'fair' } : { kind: 'good' };
}

/** One side does not hear the other. */
export const isOneWay = ({ kind }: Verdict): boolean => kind === 'notHeard' || kind === 'notHearing';
