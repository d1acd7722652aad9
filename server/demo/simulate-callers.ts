import { SipCaller } from '../../caller/sip-caller.ts';
import type { Call, ReplyStep } from '../../shared/call/call.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Speech } from '../ports/speech.ts';
import { keysInMenu } from './keys-in-menu.ts';
import { simulatedPeople, type SimulatedPerson } from './simulated-people.ts';
import { createVoiceOf } from './voice-of.ts';

const mostAtOnce = 10;
/** Nobody listens to the same sentence for longer than this. */
const longestCallMs = 10 * 60_000;

export type SimulatedCallers = {
  readonly simulateCaller: (dial: string) => Promise<Result<void, 'tooManyRequests'>>;
  /** Told of every call as it changes: who is in the reply menu answers, each in their way. */
  readonly follow: (call: Call) => void;
  readonly close: () => Promise<void>;
};

/** Somebody who calls, and the steps of the reply menu they have come to. */
type Calling = { readonly caller: SipCaller; readonly person: SimulatedPerson; readonly steps: Set<ReplyStep> };

type Parts = {
  readonly speech: Speech;
  readonly trunk: { readonly host: string; readonly port: number };
  readonly clock: Clock;
  readonly log: Log;
};

/** Real SIP calls through the trunk, by people who speak: a reception can be tried without a telephone. */
export function createSimulatedCallers(parts: Parts): SimulatedCallers {
  const { speech, trunk, clock, log } = parts;
  const calling = new Set<Calling>();
  let turn = 0;

  const voiceOf = createVoiceOf(speech, log);

  return {
    simulateCaller: async (dial) => {
      const person = simulatedPeople[turn % simulatedPeople.length];
      if (person === undefined || calling.size >= mostAtOnce) return fail('tooManyRequests');
      turn += 1;
      const { name, number, says } = person;
      const caller = await SipCaller.open({ name, number, server: trunk, plays: await voiceOf(says) });
      const one = { caller, person, steps: new Set<ReplyStep>() };
      calling.add(one);
      const dialled = await caller.dial(dial);
      if (!dialled.ok) log.warn({ error: dialled.error }, 'a simulated caller could not call');
      void stayOnTheLine(parts, caller).then(() => calling.delete(one));
      return ok();
    },
    follow: (call) => {
      if (call.state !== 'replying') return;
      for (const one of calling) if (one.person.number === call.caller.number) react(clock, one, call.step);
    },
    close: async () => {
      await Promise.all([...calling].map(({ caller }) => caller.close()));
    },
  };
}

/** Until the callee hangs up, or for as long as anybody would listen. */
async function stayOnTheLine({ clock, log }: Parts, caller: SipCaller): Promise<void> {
  const stopTimer = clock.after(longestCallMs, () => void caller.close());
  try {
    await caller.ended(longestCallMs * 2);
  } catch (error) {
    log.debug({ err: error }, 'a simulated caller was closed');
  }
  stopTimer();
  await caller.close();
}

function react(clock: Clock, { caller, person, steps }: Calling, step: ReplyStep): void {
  const next = steps.has(step) ? null : keysInMenu(person.whenRepliedTo, step);
  steps.add(step);
  if (next !== null) clock.after(next.afterMs, () => void caller.press(next.keys));
}
