import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call } from '../../../../shared/call/call.ts';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { PhoneLine } from '../../../ports/phone-line.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import type { CallChange, CallStore } from './call-store.ts';
import { createFollowMute, type FollowMute } from './follow-mute.ts';
import { currentOf, lanesOf } from './lanes.ts';
import type { Desk } from './place-of.ts';

/** What the person at the desk may ask for in this console. */
export type DeskCommand =
  | 'answer'
  | 'reject'
  | 'hangUp'
  | 'hold'
  | 'resume'
  | 'mute'
  | 'unmute'
  | 'rejoin'
  | 'startRecording'
  | 'pauseRecording'
  | 'resumeRecording'
  | 'stopRecording';

/** How it stands with the commands of one call. */
export type CommandState = {
  readonly pending: DeskCommand | null;
  /** Why the last command was not carried out, as a sentence. */
  readonly failure: string | null;
  /** Whether this desk's microphone is off for the call. The telephone says so, not the server: it is what is so. */
  readonly muted: boolean;
};

type Outcome = Result<void, { readonly code: string }>;

export type CommandStore = {
  readonly store: StoreApi<Readonly<Record<string, CommandState>>>;
  /** Carries out a command; while one is under way for the same call no other is begun but hanging up, which never waits. */
  readonly run: (callId: string, command: DeskCommand) => Promise<void>;
  /** The call is gone from the screen. */
  readonly forget: (callId: string) => void;
};

export const idle: CommandState = { pending: null, failure: null, muted: false };

type Parts = {
  readonly phone: PhoneLine;
  readonly server: Pick<ServerLink, 'call'>;
  readonly clock: Clock;
  readonly calls: Pick<CallStore, 'store' | 'subscribeChanges'>;
  readonly desk: Desk;
  /** What has been written and not been kept yet is kept before the call ends. */
  readonly beforeHangUp?: (callId: string) => void;
};

/** A call the server brings here is on within a second; one that is not may be asked for again. */
const bringingMs = 5000;

/**
 * The commands of the calls. A command changes nothing on the screen but its own button: the event that says it
 * happened does.
 */
export function createCommandStore(parts: Parts): CommandStore {
  const { phone, clock, calls, desk } = parts;
  const store = createStore<Readonly<Record<string, CommandState>>>(() => ({}));
  const bringing = new Set<string>();
  const set = (callId: string, state: Omit<CommandState, 'muted'>): void =>
    store.setState({ [callId]: { ...state, muted: phone.mutedOf(callId) } });
  const brought = (callId: string): void => {
    if (bringing.delete(callId) && store.getState()[callId] !== undefined)
      set(callId, { pending: null, failure: null });
  };
  calls.subscribeChanges((change) => isBrought(change, desk) && brought(change.id));
  const changed = (callId: string): void => {
    const { pending, failure } = store.getState()[callId] ?? idle;
    set(callId, { pending, failure });
  };
  const mutes = createFollowMute({ phone, calls, desk, changed });
  return {
    store,
    run: async (callId, command) => {
      const underWay = (store.getState()[callId] ?? idle).pending;
      if (underWay !== null && (command !== 'hangUp' || underWay === 'hangUp')) return;
      set(callId, { pending: command, failure: null });
      const isByServer = command === 'answer' && !ringsForUs(parts, callId);
      const outcome = isByServer ? await bring(parts, callId) : await carryOut({ ...parts, mutes }, callId, command);
      // A call that is gone by now has nothing left to show it on.
      // One that was hung up meanwhile says nothing of what came before.
      if (store.getState()[callId]?.pending !== command) return;
      if (isByServer && outcome.ok && isWaiting(calls.store.getState().calls[callId])) {
        // It has only been promised: the button stays pressed until the call is here.
        bringing.add(callId);
        clock.after(bringingMs, () => brought(callId));
        return;
      }
      set(callId, { pending: null, failure: outcome.ok ? null : failureSentence(outcome.error.code, errorTable) });
    },
    forget: (callId) => {
      bringing.delete(callId);
      const { [callId]: _, ...others } = store.getState();
      store.setState(others, true);
    },
  };
}

const isWaiting = (call: Call | undefined): boolean => call?.state === 'queued' || call?.state === 'ringing';

const ringsAt = (call: Call | undefined, { consoleId }: Desk): boolean =>
  call?.state === 'ringing' && call.offers.some((offer) => offer.consoleId === consoleId);

/** It is on, it is gone, or this desk was rung in vain. */
const isBrought = ({ before, after }: CallChange, desk: Desk): boolean =>
  !isWaiting(after) || (ringsAt(before, desk) && !ringsAt(after, desk));

/**
 * Whether this telephone can take the call by itself, which is the fastest. A desk that talks must not: the server
 * holds what is on first.
 */
function ringsForUs({ phone, calls, desk }: Parts, callId: string): boolean {
  const { calls: table, farewells } = calls.store.getState();
  const isFree = currentOf(lanesOf(table, farewells, desk)) === undefined;
  return isFree && phone.state().state === 'registered' && ringsAt(table[callId], desk);
}

const bring = async ({ server }: Parts, callId: string): Promise<Outcome> =>
  voided(await server.call('answer', { params: { id: callId } }));

async function carryOut(
  parts: Parts & { readonly mutes: FollowMute },
  callId: string,
  command: DeskCommand,
): Promise<Outcome> {
  const { phone, server } = parts;
  const post = (name: DeskCommand) => server.call(name, { params: { id: callId } });
  switch (command) {
    case 'answer':
      return coded(await phone.answer(callId));
    case 'reject':
    case 'hold':
    case 'resume':
    case 'startRecording':
    case 'pauseRecording':
    case 'resumeRecording':
    case 'stopRecording':
    case 'rejoin':
      // After `rejoin` the call rings at this telephone once more, which takes it by itself.
      return voided(await post(command));
    case 'hangUp': {
      parts.beforeHangUp?.(callId);
      const done = await post('hangUp');
      // The telephone has a way of its own to the PBX, which may work while the server's does not.
      if (done.ok || done.error.code !== 'unreachable') return voided(done);
      return coded(await phone.hangUp(callId));
    }
    case 'mute':
    case 'unmute': {
      const muted = phone.mute(callId, command === 'mute');
      // The server passes it on to the window that has the telephone.
      if (!muted.ok) return voided(await post(command));
      // And from there to everybody's screens: whatever it says, here the microphone obeys.
      void parts.mutes.saying(callId, post(command));
      return muted;
    }
    default:
      return command satisfies never;
  }
}

const coded = (result: Result<void, string>): Outcome =>
  result.ok ? result : { ok: false, error: { code: result.error } };
const voided = (result: Result<unknown, { readonly code: string }>): Outcome => (result.ok ? ok() : result);
