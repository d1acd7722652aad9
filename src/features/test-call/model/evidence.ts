import type { ProbeMeasures, ProbeSample } from '../../../ports/test-probe.ts';
import type { Verdict } from './test-result.ts';

/** What a test call has shown so far. */
export type Evidence = {
  readonly firstAudioAt: number | null;
  /** How often the test tone was found in what came back. */
  readonly tonesBack: number;
  readonly microphonePeak: number;
  readonly measures: ProbeMeasures;
};

export const noEvidence: Evidence = {
  firstAudioAt: null,
  tonesBack: 0,
  microphonePeak: 0,
  measures: { roundTripMs: null, lostOut: null, lostIn: null, jitterMs: null, path: null },
};

/** −60 dB: the silence of a telephone is below, anything that is sound above. */
const audible = 0.001;
/** A telephone's companding costs less than half of the tone; voices have next to nothing of it. */
const toneBack = 0.3;
/** Once may be chance. */
const tonesEnough = 3;
/** A step of a 16-bit microphone: every real one is noisier than that, one that is muted gives exactly nothing. */
const alive = 1 / 32_768;

export function withSample(evidence: Evidence, sample: ProbeSample, at: number): Evidence {
  return {
    ...evidence,
    firstAudioAt: evidence.firstAudioAt ?? (sample.heard > audible ? at : null),
    tonesBack: evidence.tonesBack + (sample.tone > toneBack ? 1 : 0),
    microphonePeak: Math.max(evidence.microphonePeak, sample.microphone),
  };
}

export function withMeasures(evidence: Evidence, news: ProbeMeasures): Evidence {
  const { measures: before } = evidence;
  return {
    ...evidence,
    // What was known once stays known: the far end tells of itself every few seconds only.
    measures: {
      roundTripMs: news.roundTripMs ?? before.roundTripMs,
      lostOut: news.lostOut ?? before.lostOut,
      lostIn: news.lostIn ?? before.lostIn,
      jitterMs: news.jitterMs ?? before.jitterMs,
      path: news.path ?? before.path,
    },
  };
}

export function verdictOf({ firstAudioAt, tonesBack, microphonePeak }: Evidence): Verdict {
  if (firstAudioAt === null) return 'nothingHeard';
  if (tonesBack < tonesEnough) return 'notHeard';
  return microphonePeak < alive ? 'silentMicrophone' : 'bothHeard';
}

/** Nothing more is to be found out by going on. */
export const isComplete = (evidence: Evidence): boolean =>
  verdictOf(evidence) === 'bothHeard' && evidence.measures.lostOut !== null;
