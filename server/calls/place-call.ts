import type { Agent, Call } from '../../shared/call/call.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import type { WorkItem } from '../../shared/worklist/worklist.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { PhoneNumbers } from '../ports/phone-numbers.ts';
import type { Desk } from './desk.ts';
import type { PlaceFailure } from './dialling.ts';
import { endCall } from './end-call.ts';
import { endingOf } from './ending-of.ts';
import { happen } from './happen.ts';
import { holdWhatIsOn } from './hold.ts';
import { createLiveCall, type LiveCall } from './live-call.ts';
import { mayPlace } from './may-place.ts';
import { invite, offerWaitingCalls, withdrawOtherOffers } from './offer.ts';
import { takeAtOnce } from './take-call.ts';

/** `reply`, `workItem`: what this calls back for; whoever asks may see it. */
export type PlaceRequest = {
  readonly number: string;
  readonly reply: Reply | null;
  readonly workItem?: WorkItem | null;
};

/** The desk's own browser takes its leg by itself; if it has not by then, it never will. */
const deskRingSeconds = 10;

/**
 * Calls a number from a desk. The desk's own phone is taken into the call first (its browser answers by itself), what
 * it talks on is held and what rings there is taken back; the number follows when that has answered (dial-on.ts). Who may
 * call whom is decided by dial-rules.ts and may-place.ts; whoever may not is written down.
 */
export async function placeCall(
  desk: Desk,
  by: Agent,
  { number: text, reply, workItem = null }: PlaceRequest,
): Promise<Result<{ readonly id: string }, PlaceFailure>> {
  const { numbers } = desk.dialling;
  const number = numbers.read(text);
  if (!number.ok) return refuse(desk, by, text, number.error);
  const { e164 } = number.value;
  const may = mayPlace(desk, by, number.value);
  if (!may.ok) return refuse(desk, by, e164, may.error);
  // Nothing is awaited between the decision and this.
  const name = nameOf(numbers, reply, e164) ?? nameOf(numbers, workItem, e164);
  const live = liveCallOf(desk, by, { e164, name, queue: (reply ?? workItem)?.queue ?? null });
  desk.live.add(live);
  desk.recentCalls.placed(by.userId);
  const why = await live.inOrder(() => begin(desk, live, by));
  if (why !== null) {
    await offerWaitingCalls(desk, by.consoleId);
    return refuse(desk, by, e164, why);
  }
  desk.counters.count('callPlaced');
  desk.log.info({ audit: 'callPlaced', by: by.userId, callId: live.id, to: endingOf(e164) }, 'a number is called');
  return ok({ id: live.id });
}

function refuse(desk: Desk, by: Agent, number: string, why: PlaceFailure): Result<never, PlaceFailure> {
  desk.counters.refused(why);
  desk.log.warn({ audit: 'callRefused', by: by.userId, to: endingOf(number), why }, 'a number is not called');
  return fail(why);
}

/** Null, or why nothing came of it; what there was of the call has ended then. */
async function begin(desk: Desk, live: LiveCall, by: Agent): Promise<PlaceFailure | null> {
  const { caller, dialled, queue } = live.stored.call;
  await happen(desk, live, { type: 'placed', by, id: live.id, caller, dialled, queue });
  if (live.backlog !== null) {
    // Nobody could be told of it, nor follow it. Nothing rings yet, and what is on goes on.
    await endCall(desk, live, 'failed');
    return 'databaseUnavailable';
  }
  await holdWhatIsOn(desk, by.consoleId, live);
  withdrawOtherOffers(desk, live, by.consoleId);
  if (await invite(desk, live, by, { headers: takeAtOnce, seconds: deskRingSeconds })) return null;
  live.agentLegs.delete(by.consoleId);
  await endCall(desk, live, 'failed');
  return desk.telephony.status().state === 'connected' ? 'deskNotReady' : 'pbxUnavailable';
}

/** The name is the caller's only where the number is: their own, or the one they keyed to be called at. */
function nameOf(numbers: PhoneNumbers, about: Reply | WorkItem | null, e164: string): string | null {
  if (about === null) return null;
  const keyed = 'callBackOn' in about ? about.callBackOn : about.result?.ExtNfo;
  const theirs = [about.caller.number, keyed].some((text) => {
    const number = numbers.read(text ?? '');
    return number.ok && number.value.e164 === e164;
  });
  return theirs ? about.caller.name : null;
}

type Wanted = { readonly e164: string; readonly name: string | null; readonly queue: Call['queue'] };

function liveCallOf(desk: Desk, by: Agent, { e164, name, queue }: Wanted): LiveCall {
  const id = desk.ids.next();
  const now = desk.clock.now();
  // Version 0: nothing is stored yet; `placed` makes it the call it is.
  const call: Call = {
    state: 'dialling',
    since: now,
    progress: 'desk',
    id,
    direction: 'outbound',
    arrivedAt: now,
    caller: { number: e164, name, withheld: false, divertedFrom: null },
    dialled: e164,
    queue,
    agent: by,
    answeredAt: null,
    muted: false,
    recording: 'off',
    note: '',
  };
  return createLiveCall({ id, callerLegId: `trunk-${id}`, bridgeId: `bridge-${id}`, stored: { call, version: 0 } });
}
