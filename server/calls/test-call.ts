import type { Agent } from '../../shared/call/call.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Desk } from './desk.ts';

export type TestCallFailure = 'deskNotReady' | 'busy' | 'pbxUnavailable';

/** The desk's own browser takes the test by itself; if it has not by then, it never will. */
const ringSeconds = 10;
/** Kept by the PBX itself, whatever becomes of this server. */
const longestSeconds = 20;

/**
 * Rings the desk's own phone, which takes the call by itself, hears a beep, and from then on itself. It is no call of
 * the reception: it is in no lane and no history, nobody is told of it, and it keeps nobody from ringing: it ends when a
 * call rings at the desk. One at a time for each console; a new one takes the place of the one before.
 *
 * @returns the id under which the phone gets it (`X-Frontdesk-Call`)
 */
export async function startTestCall(
  desk: Desk,
  { consoleId }: Agent,
): Promise<Result<{ readonly id: string }, TestCallFailure>> {
  if (desk.telephony.status().state !== 'connected') return fail('pbxUnavailable');
  if (desk.consoles.get(consoleId) === undefined) return fail('deskNotReady');
  if (hasCall(desk, consoleId)) return fail('busy');
  const id = desk.ids.next();
  const legId = `test-${id}`;
  const before = endTestAt(desk, consoleId);
  desk.tests.set(consoleId, legId);
  await before;
  const rung = await desk.telephony.originate({
    legId,
    to: { consoleId },
    from: { number: null, name: null },
    headers: { 'X-Frontdesk-Call': id, 'X-Frontdesk-Answer': 'now' },
    timeoutSeconds: ringSeconds,
    tag: { callId: id, role: 'test', consoleId },
  });
  if (rung.ok) return ok({ id });
  testLegEnded(desk, legId);
  return fail(rung.error === 'unreachable' ? 'deskNotReady' : 'pbxUnavailable');
}

/** One rings there, or is theirs: also one on hold, or one whose browser went away. */
const hasCall = (desk: Desk, consoleId: string): boolean =>
  desk.live
    .all()
    .some(({ agentLegs, stored }) => agentLegs.has(consoleId) || stored.call.agent?.consoleId === consoleId);

export const isTestLeg = (desk: Desk, legId: string): boolean => [...desk.tests.values()].includes(legId);

/** The phone took it. What it hears first does not depend on what it says, so that either direction is told apart. */
export async function testLegAnswered(desk: Desk, legId: string): Promise<void> {
  await desk.telephony.limitDuration(legId, longestSeconds);
  const played = await desk.telephony.play({ legId }, beepOf(legId), [{ kind: 'tone', tone: 'beep' }]);
  if (!played.ok) await desk.telephony.hangUp(legId);
}

/** The beep of a test is over: the echo begins. Any other playback is not ours. */
export async function testBeepEnded(desk: Desk, playbackId: string): Promise<void> {
  const legId = [...desk.tests.values()].find((one) => beepOf(one) === playbackId);
  if (legId === undefined) return;
  const echoes = await desk.telephony.echo(legId);
  if (!echoes.ok) await desk.telephony.hangUp(legId);
}

const beepOf = (legId: string): string => `${legId}-beep`;

export function testLegEnded(desk: Desk, legId: string): void {
  for (const [consoleId, one] of desk.tests) if (one === legId) desk.tests.delete(consoleId);
}

/** Something more important is to happen at the desk, or nobody is there any more. */
export async function endTestAt(desk: Desk, consoleId: string): Promise<void> {
  const legId = desk.tests.get(consoleId);
  if (legId === undefined) return;
  desk.tests.delete(consoleId);
  await desk.telephony.hangUp(legId);
}
