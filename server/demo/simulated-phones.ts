import { FarEnd } from '../../caller/far-end.ts';
import type { SipCall } from '../../caller/call/sip-call.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Speech } from '../ports/speech.ts';
import { simulatedNumber } from './simulated-numbers.ts';
import { createVoiceOf } from './voice-of.ts';

/** Nobody talks to a machine for longer than this. */
const longestCallMs = 10 * 60_000;

export type SimulatedPhones = {
  /** Where the PBX sends calls to the outside: `sip:127.0.0.1:…`. */
  readonly contact: string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

/**
 * The telephones of simulated people, on loopback alone: whoever is called back answers and speaks, so that calling out
 * can be tried without a carrier. Throws where the port cannot be had; port 0 takes a free one.
 */
export async function openSimulatedPhones(parts: {
  readonly port: number;
  readonly speech: Pick<Speech, 'synthesize'>;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<SimulatedPhones> {
  const { port, speech, clock, log } = parts;
  const voiceOf = createVoiceOf(speech, log);
  const farEnd = await FarEnd.open({ port, find: simulatedNumber });
  const speak = async (call: SipCall, says: string): Promise<void> => call.plays(await voiceOf(says));
  farEnd.onCall((call, number) => {
    const who = simulatedNumber(number);
    if (who?.answers.does === 'answer') void speak(call, who.says);
    const stop = clock.after(longestCallMs, () => void call.hangUp());
    call.on('ended', stop);
  });
  return { contact: farEnd.contact, port: farEnd.address.port, close: () => farEnd.close() };
}
