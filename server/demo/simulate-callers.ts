import { SipCaller } from '../../caller/sip-caller.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Speech } from '../ports/speech.ts';
import { simulatedPeople } from './simulated-people.ts';
import { createVoiceOf } from './voice-of.ts';

const mostAtOnce = 10;
/** Nobody listens to the same sentence for longer than this. */
const longestCallMs = 10 * 60_000;

export type SimulatedCallers = {
  readonly simulateCaller: (dial: string) => Promise<Result<void, 'tooManyRequests'>>;
  readonly close: () => Promise<void>;
};

/** Real SIP calls through the trunk, by people who speak: a reception can be tried without a telephone. */
export function createSimulatedCallers(parts: {
  readonly speech: Speech;
  readonly trunk: { readonly host: string; readonly port: number };
  readonly clock: Clock;
  readonly log: Log;
}): SimulatedCallers {
  const { speech, trunk, clock, log } = parts;
  const calling = new Set<SipCaller>();
  let turn = 0;

  const voiceOf = createVoiceOf(speech, log);

  /** Until the callee hangs up, or for as long as anybody would listen. */
  const stayOnTheLine = async (caller: SipCaller): Promise<void> => {
    const stopTimer = clock.after(longestCallMs, () => void caller.close());
    try {
      await caller.ended(longestCallMs * 2);
    } catch (error) {
      log.debug({ err: error }, 'a simulated caller was closed');
    }
    stopTimer();
    calling.delete(caller);
    await caller.close();
  };

  return {
    simulateCaller: async (dial) => {
      const person = simulatedPeople[turn % simulatedPeople.length];
      if (person === undefined || calling.size >= mostAtOnce) return fail('tooManyRequests');
      turn += 1;
      const { name, number, says } = person;
      const caller = await SipCaller.open({ name, number, server: trunk, plays: await voiceOf(says) });
      calling.add(caller);
      const dialled = await caller.dial(dial);
      if (!dialled.ok) log.warn({ error: dialled.error }, 'a simulated caller could not call');
      void stayOnTheLine(caller);
      return ok();
    },
    close: async () => {
      await Promise.all([...calling].map((caller) => caller.close()));
    },
  };
}
