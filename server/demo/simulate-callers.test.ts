import { afterEach, beforeEach, expect, it } from 'vitest';
import { SipCaller } from '../../caller/sip-caller.ts';
import type { Call, ReplyStep } from '../../shared/call/call.ts';
import { createFakeSpeech } from '../speech/fake/fake-speech.ts';
import { silentLog } from '../telephony/silent-log.testing.ts';
import { createVirtualClock } from '../telephony/fake/virtual-clock.ts';
import { createSimulatedCallers, type SimulatedCallers } from './simulate-callers.ts';

const clock = createVirtualClock();
let reception: SipCaller;
let callers: SimulatedCallers;
beforeEach(async () => {
  reception = await SipCaller.listen({ number: '5550100' });
  const trunk = reception.address;
  callers = createSimulatedCallers({ speech: createFakeSpeech(), trunk, clock, log: silentLog });
});
afterEach(async () => {
  await callers.close();
  await reception.close();
});

/** The call of whoever called last, at a step of the reply menu. */
const at = (step: ReplyStep, digits: string): Call => ({
  state: 'replying',
  since: 1,
  by: { userId: 'u-ana', name: 'Ana Lindqvist', consoleId: 'ana' },
  replyId: 'r1',
  step,
  stepSince: 1,
  heard: 1,
  digits,
  answered: false,
  id: 'c1',
  direction: 'inbound',
  arrivedAt: 1,
  caller: { number: reception.call?.from?.number ?? null, name: null, withheld: false, divertedFrom: null },
  dialled: '5550100',
  queue: null,
  agent: null,
  answeredAt: null,
  muted: false,
  recording: 'off',
  note: '',
});

/** A dozen keys take three seconds, and on a machine that is held up now and then several times that. */
const patienceMs = 30_000;

/** In the order in which they call: the step they come to, and what has been pressed by then. */
const everybody: readonly (readonly (readonly [ReplyStep, string])[])[] = [
  [
    ['choosing', '5'],
    ['keyingNumber', '56505550188#'],
    ['confirmingNumber', '56505550188#1'],
  ],
  [['choosing', '3']],
  [
    ['choosing', '2'],
    ['leavingVoicemail', '2#'],
  ],
  [['choosing', '4']],
];

it('simulated callers speak, and answer a reply each in their way, at each step once', async () => {
  for (const theirs of everybody) {
    expect(await callers.simulateCaller('5550100')).toMatchObject({ ok: true });
    await reception.answered();
    await reception.until(() => reception.hears(440));
    callers.follow(at('listening', ''));
    for (const [step, pressed] of theirs) {
      for (const digits of ['', '6', '65']) callers.follow(at(step, digits));
      clock.advance(10_000);
      await reception.until(() => reception.digits === pressed, patienceMs, `keys ${pressed}`);
    }
    await reception.hangUp();
  }
}, 120_000);
