import type { Call, CallIn } from '../../../../shared/call/call.ts';
import { legIsLost } from '../../../../shared/call/steps.ts';
import type { Result } from '../../../../shared/result.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { PhoneLine } from '../../../ports/phone-line.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import type { CallStore } from './call-store.ts';
import type { Desk } from './place-of.ts';

type Parts = {
  readonly phone: Pick<PhoneLine, 'mute' | 'mutedOf' | 'subscribe'>;
  readonly server: Pick<ServerLink, 'call'>;
  readonly clock: Clock;
  readonly calls: Pick<CallStore, 'store' | 'subscribeChanges'>;
  readonly desk: Desk;
  /** The microphone may be off or on now without a press in this window. */
  readonly changed: (callId: string) => void;
};

export type FollowMute = {
  /** Mutes at once, and tells the server until it knows. `noSuchLine`: the telephone is in another window. */
  readonly mute: (callId: string, muted: boolean) => Result<void, 'noSuchLine'>;
  /** The call is gone from the screen. */
  readonly forget: (callId: string) => void;
};

/** How soon the server is told again of a mute that it could not be told of. */
const sayAgainMs = 2000;

/**
 * Mute of this desk, asked for in any of its windows: the one that has the telephone does what the call says. A window
 * without the telephone has no such line, and nothing to mute. Whoever was muted when they were cut off is muted when
 * they are back, until they say otherwise.
 */
export function createFollowMute(parts: Parts): FollowMute {
  const { phone, calls, desk, changed } = parts;
  const muted = new Set<string>();
  const become = (callId: string, isMuted: boolean): Result<void, 'noSuchLine'> => {
    const done = phone.mute(callId, isMuted);
    if (done.ok && isMuted) muted.add(callId);
    else if (done.ok) muted.delete(callId);
    return done;
  };
  const saying = createSaying(parts);
  calls.subscribeChanges(({ id, before, after }) => {
    if (before === undefined || !isTakenBy(after, desk) || legIsLost(after) || saying.isUnderWay(id)) return;
    if (phone.mutedOf(id) === after.muted) return;
    if (isWord(before, after)) {
      if (become(id, after.muted).ok) changed(id);
    } else if (phone.mutedOf(id)) saying.say(id);
  });
  phone.subscribe((event) => {
    if (event.type !== 'offered' && event.type !== 'connected') return;
    const { callId } = event;
    // A new leg is not muted. The call was on here before: its person was cut off, and is brought back as they were.
    const isBack = isTakenBy(calls.store.getState().calls[callId], desk);
    if (event.type === 'offered') become(callId, isBack && muted.has(callId));
    changed(callId);
  });
  return {
    mute: (callId, isMuted) => {
      const done = become(callId, isMuted);
      if (done.ok) saying.say(callId);
      return done;
    },
    forget: (callId) => void muted.delete(callId),
  };
}

/** Tells the server how the microphone stands; what comes back meanwhile is this window's own word, and not to be obeyed. */
function createSaying({ phone, server, clock }: Parts) {
  const underWay = new Map<string, number>();
  const again = new Set<string>();
  const count = (callId: string, by: 1 | -1): void => {
    const left = (underWay.get(callId) ?? 0) + by;
    if (left > 0) underWay.set(callId, left);
    else underWay.delete(callId);
  };
  const say = async (callId: string): Promise<void> => {
    count(callId, 1);
    const name = phone.mutedOf(callId) ? 'mute' : 'unmute';
    const said = await server.call(name, { params: { id: callId } });
    count(callId, -1);
    if (said.ok || said.error.code !== 'unreachable' || again.has(callId)) return;
    again.add(callId);
    clock.after(sayAgainMs, () => {
      again.delete(callId);
      // A line that is gone has nothing to say any more.
      if (phone.mute(callId, phone.mutedOf(callId)).ok) void say(callId);
    });
  };
  return {
    say: (callId: string): void => void say(callId),
    isUnderWay: (callId: string): boolean => underWay.has(callId) || again.has(callId),
  };
}

type Taken = CallIn<'talking' | 'held' | 'consulting'>;

/** Our desk has the caller, also while it is cut off from them. */
const isTakenBy = (call: Call | undefined, { consoleId }: Desk): call is Taken =>
  (call?.state === 'talking' || call?.state === 'held' || call?.state === 'consulting') &&
  call.agent?.consoleId === consoleId;

/** Somebody asked for it. That a call whose leg was lost is not muted any more is nobody's wish. */
const isWord = (before: Call, after: Taken): boolean =>
  before.muted !== after.muted && (after.muted || (before.state === after.state && before.since === after.since));
