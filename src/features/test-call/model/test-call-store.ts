import { createStore, type StoreApi } from 'zustand/vanilla';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Microphone } from '../../../ports/microphone.ts';
import type { PhoneLine } from '../../../ports/phone-line.ts';
import type { ApiFailure, ServerLink } from '../../../ports/server-link.ts';
import type { TestProbe } from '../../../ports/test-probe.ts';
import { isComplete, noEvidence, verdictOf, withMeasures, withSample, type Evidence } from './evidence.ts';
import { followLegs, type FollowedLegs } from './test-leg.ts';
import { keepResult, keptResult, type TestResult } from './test-result.ts';

/** Why a test did not come to a result: a code of the server, or one of ours. */
export type TestFailure = ApiFailure['code'] | 'phoneNotHere' | 'microphoneNotReady' | 'notConnected' | 'interrupted';

export type TestCallState = {
  /** `listening`: it is time to say a few words. */
  readonly phase: 'idle' | 'calling' | 'listening';
  /** Why the last attempt came to nothing; null when it did not. */
  readonly failure: TestFailure | null;
  /** The result of the last attempt of this page; null before there is one, and when it failed. */
  readonly result: TestResult | null;
  /** The last result of this computer, also of another day. */
  readonly last: TestResult | null;
};

export type TestCallStore = {
  readonly store: StoreApi<TestCallState>;
  /** Calls, measures for some seconds and hangs up. While it does, another press changes nothing. */
  readonly run: () => Promise<void>;
  /** Hangs up at once. */
  readonly stop: () => void;
};

type Parts = {
  readonly server: Pick<ServerLink, 'call'>;
  readonly phone: PhoneLine;
  readonly microphone: Microphone;
  readonly clock: Clock;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
};

const connectsWithinMs = 8000;
/** Long enough to hear oneself, even when everything is known sooner. */
const atLeastMs = 4000;
/** The far end reports what it received every 5 s (RFC 3550 §6.2). */
const atMostMs = 7000;
/** The probe hears the last 85 ms. */
const sampleEveryMs = 50;
const measureEveryMs = 500;

export function createTestCallStore(parts: Parts): TestCallStore {
  const { phone, clock, storage } = parts;
  const store = createStore<TestCallState>(() => ({
    phase: 'idle',
    failure: null,
    result: null,
    last: keptResult(storage),
  }));
  let hangUp = (): void => undefined;
  let isStopped = false;

  const run = async (): Promise<void> => {
    if (store.getState().phase !== 'idle') return;
    isStopped = false;
    store.setState({ phase: 'calling', failure: null, result: null });
    const legs = followLegs(phone, clock);
    const done = await attempt(parts, legs, (callId) => {
      hangUp = () => void phone.hangUp(callId);
      store.setState({ phase: 'listening' });
    });
    legs.stop();
    hangUp = () => undefined;
    if (!done.ok) return store.setState({ phase: 'idle', failure: isStopped ? null : done.error });
    keepResult(storage, done.value);
    store.setState({ phase: 'idle', result: done.value, last: done.value });
  };
  const stop = (): void => {
    isStopped = true;
    hangUp();
  };
  return { store, run, stop };
}

type Attempt = Promise<Result<TestResult, TestFailure>>;

async function attempt(parts: Parts, legs: FollowedLegs, listening: (callId: string) => void): Attempt {
  const { server, phone, microphone, clock } = parts;
  const pressedAt = clock.now();
  // Otherwise another window would take it, and this one would wait.
  if (phone.state().state !== 'registered') return fail('phoneNotHere');
  // A phone without a microphone takes no call.
  if (!(await microphone.open()).ok) return fail('microphoneNotReady');
  const asked = await server.call('startTestCall', {});
  if (!asked.ok) return fail(asked.error.code);
  const { id } = asked.value;
  const connectedAt = await connected(legs, id, clock);
  const probe = connectedAt === null ? null : phone.testProbe(id);
  if (connectedAt === null || probe === null) {
    void phone.hangUp(id);
    return fail('notConnected');
  }
  listening(id);
  const evidence = await listen(probe, legs, id, clock);
  await phone.hangUp(id);
  probe.close();
  if (evidence === null) return fail('interrupted');
  const { firstAudioAt, measures } = evidence;
  return ok({
    verdict: verdictOf(evidence),
    at: clock.now(),
    signallingMs: connectedAt - pressedAt,
    firstAudioMs: firstAudioAt === null ? null : firstAudioAt - pressedAt,
    ...measures,
  });
}

/** When the phone had it; null if it does not come, or went away again. */
async function connected(legs: FollowedLegs, callId: string, clock: Clock): Promise<number | null> {
  const until = clock.now() + connectsWithinMs;
  while (legs.of(callId) === null && clock.now() < until) await legs.next(until - clock.now());
  const news = legs.of(callId);
  return news?.became === 'connected' ? news.at : null;
}

/** What there is to be found out; null when the call was over before that. */
async function listen(probe: TestProbe, legs: FollowedLegs, callId: string, clock: Clock): Promise<Evidence | null> {
  const begunAt = clock.now();
  let evidence = noEvidence;
  let measuredAt = begunAt;
  for (let now = begunAt; now - begunAt < atMostMs; now = clock.now()) {
    if (legs.of(callId)?.became === 'over') return null;
    evidence = withSample(evidence, probe.sample(), now);
    if (now - measuredAt >= measureEveryMs) {
      measuredAt = now;
      evidence = withMeasures(evidence, await probe.measure());
    }
    if (now - begunAt >= atLeastMs && isComplete(evidence)) break;
    await legs.next(sampleEveryMs);
  }
  return evidence;
}
