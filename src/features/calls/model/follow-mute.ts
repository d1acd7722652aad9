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
  const obey = (id: string, isMuted: boolean): void => {
    if (phone.mutedOf(id) !== isMuted && become(id, isMuted).ok) changed(id);
  };
  const saying = createSaying(parts, (id) => {
    const call = calls.store.getState().calls[id];
    if (isTakenBy(call, desk) && !legIsLost(call)) obey(id, call.muted);
  });
  calls.subscribeChanges(({ id, before, after }) => {
    if (before === undefined || !isTakenBy(after, desk) || legIsLost(after)) return;
    if (isWord(before, after)) {
      if (saying.isNews(id, after.muted)) obey(id, after.muted);
    } else if (phone.mutedOf(id) && !after.muted) saying.say(id);
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

/** What was pressed here and is on its way to the server. */
type Saying = {
  readonly isMuted: boolean;
  /** It is being asked; it could not be reached, and will be asked again; it has agreed, and its word in the stream is still to come. */
  phase: 'asking' | 'again' | 'agreed';
  /** Its word has come in the stream, before its answer. */
  isTold: boolean;
  stopTimer: () => void;
};

/**
 * Tells the server how the microphone stands, one request at a time and until it knows. Until its own word has come back in the
 * stream, whatever comes there is older than the press; what comes after it is somebody's later wish. `overtaken`: that had come
 * before the server's answer to us did.
 */
function createSaying({ phone, server, clock }: Parts, overtaken: (callId: string) => void) {
  const underWay = new Map<string, Saying>();
  const ask = async (callId: string): Promise<void> => {
    const saying: Saying = { isMuted: phone.mutedOf(callId), phase: 'asking', isTold: false, stopTimer: () => {} };
    underWay.set(callId, saying);
    const said = await server.call(saying.isMuted ? 'mute' : 'unmute', { params: { id: callId } });
    if (!said.ok && said.error.code === 'unreachable') {
      saying.phase = 'again';
      saying.stopTimer = clock.after(sayAgainMs, () => sayNow(callId));
    } else if (phone.mutedOf(callId) !== saying.isMuted) sayNow(callId);
    else if (said.ok && !saying.isTold) saying.phase = 'agreed';
    else {
      underWay.delete(callId);
      if (saying.isTold) overtaken(callId);
    }
  };
  /** A line that is gone has nothing to say any more. */
  const sayNow = (callId: string): void => {
    if (phone.mute(callId, phone.mutedOf(callId)).ok) void ask(callId);
    else underWay.delete(callId);
  };
  return {
    say: (callId: string): void => {
      const saying = underWay.get(callId);
      // What was pressed meanwhile is said when the answer is there.
      if (saying?.phase === 'asking') return;
      saying?.stopTimer();
      void ask(callId);
    },
    /** Whether a word of the stream is a wish that came after what was pressed here. */
    isNews: (callId: string, isMuted: boolean): boolean => {
      const saying = underWay.get(callId);
      if (saying === undefined) return true;
      if (isMuted !== saying.isMuted) return false;
      if (saying.phase === 'agreed') underWay.delete(callId);
      saying.isTold = true;
      return false;
    },
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
