import { errorTable } from '../../../../shared/protocol/errors.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import { dateTimeFormat } from '../../../lib/locale.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { timeOfDay } from '../../../lib/time-of-day.ts';
import type { TestCallState, TestFailure } from './test-call-store.ts';
import type { TestResult } from './test-result.ts';

const texts = strings.check.testCall;

/** One line on how a test stands, and what to do about it when something is wrong. */
export function testWords({ phase, failure, result }: TestCallState): string {
  if (phase !== 'idle') return texts[phase];
  if (failure !== null) return failureWords(failure);
  if (result === null) return '';
  const { verdict } = result;
  return verdict === 'bothHeard' ? goodWords(result) : `${texts[verdict]} ${texts[`${verdict}Cure`]}`;
}

function failureWords(failure: TestFailure): string {
  const own: Readonly<Record<string, string>> = texts.failures;
  return own[failure] ?? failureSentence(failure, errorTable);
}

/** `Both directions heard · 34 ms · loss 0.0 % · direct connection`. */
function goodWords({ roundTripMs, lostOut, lostIn, path }: TestResult): string {
  const losses = [lostOut, lostIn].filter((loss) => loss !== null);
  const parts = [
    texts.bothHeard,
    roundTripMs === null ? null : fill(texts.roundTrip, { count: wholeMs(roundTripMs) }),
    losses.length === 0 ? null : fill(texts.loss, { percent: percentOf(Math.max(...losses)) }),
    path === null ? null : texts[path.relayed ? 'relayed' : 'direct'],
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

type Fact = { readonly name: string; readonly value: string };

/** What was measured, named one by one; a dash for what was not to be found out. `now`: ms since the epoch. */
export function factsOf(result: TestResult | null, now: number): readonly Fact[] {
  const ms = (value: number | null | undefined): string =>
    value === null || value === undefined ? texts.unknown : fill(texts.milliseconds, { count: wholeMs(value) });
  return [
    { name: texts.signalling, value: ms(result?.signallingMs) },
    { name: texts.firstAudio, value: secondsOf(result?.firstAudioMs ?? null) },
    { name: texts.lossBoth, value: result === null ? texts.unknown : lossOf(result) },
    { name: texts.jitter, value: ms(result?.jitterMs) },
    { name: texts.path, value: pathOf(result?.path ?? null) },
    { name: texts.lastRun, value: result === null ? texts.unknown : whenOf(result.at, now) },
  ];
}

/** On one machine it is less than one, which is not nothing. */
const wholeMs = (ms: number): number => Math.max(1, Math.round(ms));
const percentOf = (share: number): string => (share * 100).toFixed(1);
const secondsOf = (ms: number | null): string =>
  ms === null ? texts.unknown : fill(texts.seconds, { count: (ms / 1000).toFixed(1) });

function lossOf({ lostOut, lostIn }: TestResult): string {
  if (lostOut === null && lostIn === null) return texts.unknown;
  const shown = (share: number | null): string => (share === null ? texts.unknown : percentOf(share));
  return fill(texts.lossValue, { out: shown(lostOut), in: shown(lostIn) });
}

const pathOf = (path: TestResult['path']): string =>
  path === null
    ? texts.unknown
    : fill(texts.paths[path.relayed ? 'relayed' : 'direct'], { protocol: path.protocol.toUpperCase() });

function whenOf(at: number, now: number): string {
  const time = timeOfDay(at);
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  if (isToday) return fill(texts.today, { time });
  return fill(texts.onDay, { day: dateTimeFormat({ day: 'numeric', month: 'short' }).format(at), time });
}
