import { beforeEach, describe, expect, test } from 'vitest';
import { fail, ok } from '../../../../shared/result.ts';
import { FakeClock } from '../../../drivers/fake/fake-clock.ts';
import { FakeMicrophone } from '../../../drivers/fake/fake-microphone.ts';
import { FakePhoneLine } from '../../../drivers/fake/fake-phone-line.ts';
import { FakeServer } from '../../../drivers/fake/fake-server.ts';
import type { ProbeMeasures, ProbeSample } from '../../../ports/test-probe.ts';
import { settled } from '../../../testing/settled.ts';
import { createTestCallStore } from './test-call-store.ts';
import { factsOf, testWords } from './test-words.ts';

const id = 'a'.repeat(32);
const good: ProbeSample = { microphone: 0.2, heard: 0.1, tone: 0.9 };
const measured: ProbeMeasures = {
  roundTripMs: 34.2,
  lostOut: 0,
  lostIn: 0.001,
  jitterMs: 6,
  path: { relayed: false, protocol: 'udp' },
};

let clock: FakeClock;
let phone: FakePhoneLine;
let server: FakeServer;
let microphone: FakeMicrophone;
let storage: Map<string, string>;
let sample: ProbeSample;
let measures: ProbeMeasures;
let isProbeClosed: boolean;

beforeEach(() => {
  clock = new FakeClock();
  phone = new FakePhoneLine();
  phone.connect({ sipUri: 'sip:desk@frontdesk.invalid' });
  microphone = new FakeMicrophone();
  server = new FakeServer({ startTestCall: () => ok({ id }) });
  storage = new Map();
  sample = good;
  measures = measured;
  isProbeClosed = false;
  phone.probe = {
    sample: () => sample,
    measure: async () => measures,
    close: () => {
      isProbeClosed = true;
    },
  };
});

const open = () =>
  createTestCallStore({
    server,
    phone,
    microphone,
    clock,
    storage: { getItem: (key) => storage.get(key) ?? null, setItem: (key, value) => void storage.set(key, value) },
  });

const pass = async (ms: number): Promise<void> => {
  for (let gone = 0; gone < ms; gone += 50) {
    clock.advance(50);
    await settled();
  }
};
const connect = async (): Promise<void> => {
  clock.advance(28);
  phone.events.emit({ type: 'connected', callId: id });
  await settled();
};

describe('a test call', () => {
  test('says that both directions were heard, and what was measured', async () => {
    const { store, run } = open();
    const running = run();
    expect(store.getState().phase).toBe('calling');
    await settled();
    await connect();
    expect(testWords(store.getState())).toContain('Say a few words');
    await pass(4000);
    await running;
    expect(testWords(store.getState())).toBe('Both directions heard · 34 ms · loss 0.1 % · direct connection');
    expect(
      factsOf(store.getState().last, clock.now())
        .map(({ value }) => value)
        .slice(0, 5),
    ).toEqual(['28 ms', '0.0 s', '0.0 / 0.1 %', '6 ms', 'Direct, UDP']);
    expect(phone.hungUp).toEqual([id]);
    expect(isProbeClosed).toBe(true);
  });

  test('is kept for the next time the page is opened; what is not understood is not shown', async () => {
    const { run } = open();
    const running = run();
    await settled();
    await connect();
    await pass(4000);
    await running;
    expect(open().store.getState()).toMatchObject({ result: null, last: { verdict: 'bothHeard' } });
    for (const key of storage.keys()) storage.set(key, '{"verdict":"good"}');
    expect(open().store.getState().last).toBeNull();
  });

  test('is under way once, however often it is pressed, also when its INVITE is faster than the answer', async () => {
    const { store, run } = open();
    server.handlers.startTestCall = async () => {
      await connect();
      return ok({ id });
    };
    void run();
    void run();
    await settled();
    await settled();
    expect(server.asked).toHaveLength(1);
    expect(store.getState().phase).toBe('listening');
  });
});

describe('what is wrong is said', () => {
  const finished = async () => {
    const testCall = open();
    const running = testCall.run();
    await settled();
    await connect();
    await pass(7000);
    await running;
    return testWords(testCall.store.getState());
  };

  test('the microphone is muted at its source', async () => {
    sample = { ...good, microphone: 0 };
    expect(await finished()).toContain('You were not heard: the microphone gives no sound. Look for a mute button');
  });

  test('nothing comes back', async () => {
    sample = { ...good, tone: 0.02 };
    expect(await finished()).toContain('You were not heard: what you say does not reach the phone system.');
  });

  test('nothing comes at all', async () => {
    sample = { microphone: 0.2, heard: 0, tone: 0 };
    expect(await finished()).toContain('You heard nothing');
  });

  test('what the far end does not tell is left out', async () => {
    measures = { ...measured, lostOut: null, lostIn: null, path: { relayed: true, protocol: 'tcp' } };
    expect(await finished()).toBe('Both directions heard · 34 ms · relayed connection');
  });
});

describe('a test that comes to nothing', () => {
  test.each([
    ['busy', 'This desk has a call. Try again when it is over.'],
    ['deskNotReady', 'This desk’s phone is not connected, so it cannot take a call.'],
    ['unreachable', 'The server cannot be reached at the moment.'],
  ] as const)('is refused: %s', async (code, words) => {
    server.handlers.startTestCall = () => fail({ code });
    const { store, run } = open();
    await run();
    expect(store.getState().phase).toBe('idle');
    expect(testWords(store.getState())).toContain(words);
  });

  test('rings nowhere from a window that has not the phone', async () => {
    phone.become({ state: 'offline', since: 0 });
    const { store, run } = open();
    await run();
    expect(testWords(store.getState())).toContain('in another window');
    expect(server.asked).toEqual([]);
  });

  test('has no microphone, and rings nowhere', async () => {
    microphone.outcome = 'denied';
    const { store, run } = open();
    await run();
    expect(testWords(store.getState())).toContain('The microphone is not ready');
    expect(server.asked).toEqual([]);
  });

  test('does not reach the phone', async () => {
    const { store, run } = open();
    const running = run();
    await settled();
    await pass(8000);
    await running;
    expect(testWords(store.getState())).toContain('did not reach');
    expect(phone.hungUp).toEqual([id]);
  });

  test('is cut short by a call, and keeps no result', async () => {
    const { store, run } = open();
    const running = run();
    await settled();
    await connect();
    phone.events.emit({ type: 'ended', callId: id, by: 'them' });
    await running;
    expect(testWords(store.getState())).toContain('cut short');
    expect([...storage]).toEqual([]);
  });

  test('is ended by its person, who is told nothing they know', async () => {
    const { store, run, stop } = open();
    const running = run();
    await settled();
    await connect();
    stop();
    phone.events.emit({ type: 'ended', callId: id, by: 'us' });
    await running;
    expect(testWords(store.getState())).toBe('');
  });
});
