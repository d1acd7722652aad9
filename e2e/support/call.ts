import type { SipCaller } from '../../caller/sip-caller.ts';
import { expect } from './fixtures.ts';

export const mainNumber = '5550100';

/** Dials the reception and waits for the ringing tone. */
export async function dial(caller: SipCaller, number: string = mainNumber): Promise<void> {
  const dialled = await caller.dial(number);
  if (!dialled.ok) throw new Error(`could not dial: ${dialled.error}`);
  await caller.ringing();
}

/** The tone arrives at the caller. */
export async function expectCallerHears(caller: SipCaller, hz: number): Promise<void> {
  await caller.until(() => caller.hears(hz), 10_000, `tone of ${hz} Hz`);
}

/** Nothing arrives at the caller any more: neither packets with sound nor the tone. */
export async function expectCallerHearsNothing(caller: SipCaller): Promise<void> {
  await expect.poll(() => caller.level({ windowMs: 300 }), { message: 'silence at the caller' }).toBeLessThan(0.001);
}
