import type { Agent, Call } from '../../shared/call/call.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Desk } from './desk.ts';
import { happen } from './happen.ts';
import { interruptReply } from './interrupt-reply.ts';
import { interruptVoicemail } from './interrupt-voicemail.ts';
import type { LiveCall } from './live-call.ts';
import { invite, isWaiting } from './offer.ts';

export type TakeFailure = 'notYourCall' | 'notAllowedNow' | 'deskNotReady';

/** Tells the browser to take the call by itself: its person has already said so, in this window or another. */
export const takeAtOnce = { 'X-Frontdesk-Answer': 'now' };

/** Also whoever is in the reply menu, or leaves a message. */
export const isTakeable = (call: Call): boolean =>
  isWaiting(call) || call.state === 'replying' || call.state === 'voicemail';

/**
 * Brings a waiting or ringing call, or one that is in the reply menu or leaves a message, to a console whose person wants it: rung there once more, with the word that the
 * browser is to take it by itself. From there on it is an answer like any other. In the call's order.
 */
export async function takeCall(desk: Desk, live: LiveCall, agent: Agent): Promise<Result<void, TakeFailure>> {
  const { call } = live.stored;
  if (!isTakeable(call)) {
    return fail(call.agent === null ? 'notAllowedNow' : 'notYourCall');
  }
  if (!desk.consoles.hears(agent.consoleId)) return fail('deskNotReady');
  if (call.state === 'replying') await interruptReply(desk, live, agent);
  if (call.state === 'voicemail') await interruptVoicemail(desk, live);
  const ringing = live.agentLegs.get(agent.consoleId);
  live.agentLegs.delete(agent.consoleId);
  live.declinedBy.delete(agent.consoleId);
  if (ringing === undefined) await happen(desk, live, { type: 'offered', to: agent });
  else await desk.telephony.hangUp(ringing);
  if (await invite(desk, live, agent, { headers: takeAtOnce })) return ok();
  live.agentLegs.delete(agent.consoleId);
  await happen(desk, live, { type: 'offerLost', consoleId: agent.consoleId });
  return fail('deskNotReady');
}
