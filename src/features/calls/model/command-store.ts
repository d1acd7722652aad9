import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { PhoneLine } from '../../../ports/phone-line.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import { createBringing, ringsAt } from './bringing.ts';
import type { CallStore } from './call-store.ts';
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

/**
 * The commands of the calls. A command changes nothing on the screen but its own button: the event that says it
 * happened does.
 */
export function createCommandStore(parts: Parts): CommandStore {
  const { phone, clock, calls, desk } = parts;
  const store = createStore<Readonly<Record<string, CommandState>>>(() => ({}));
  const set = (callId: string, state: Omit<CommandState, 'muted'>): void =>
    store.setState({ [callId]: { ...state, muted: phone.mutedOf(callId) } });
  const ended = (callId: string, failure: string | null): void => {
    if (store.getState()[callId] !== undefined) set(callId, { pending: null, failure: failure && sentenceOf(failure) });
  };
  const bringing = createBringing({ calls, clock, desk, ended });
  phone.subscribe((event) => {
    // Pressed in another window, which is told no more than that it did not come to it; here stands why.
    if (event.type !== 'answerFailed' || calls.store.getState().calls[event.callId] === undefined) return;
    bringing.forget(event.callId);
    set(event.callId, { pending: null, failure: sentenceOf(event.why) });
  });
  const changed = (callId: string): void => {
    const { pending, failure, muted } = store.getState()[callId] ?? idle;
    if (muted !== phone.mutedOf(callId)) set(callId, { pending, failure });
  };
  const mutes = createFollowMute({ ...parts, changed });
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
      const promised = isByServer ? 'answer' : command === 'rejoin' ? command : null;
      // The button stays pressed until the call is here.
      if (promised !== null && outcome.ok && bringing.isComing(callId, promised)) return;
      set(callId, { pending: null, failure: outcome.ok ? null : sentenceOf(outcome.error.code) });
    },
    forget: (callId) => {
      bringing.forget(callId);
      mutes.forget(callId);
      const { [callId]: _, ...others } = store.getState();
      store.setState(others, true);
    },
  };
}

const sentenceOf = (code: string): string => failureSentence(code, errorTable);

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
      // Here the microphone obeys, whatever the server says; from there it goes to everybody's screens.
      const muted = parts.mutes.mute(callId, command === 'mute');
      // The server passes it on to the window that has the telephone.
      return muted.ok ? muted : voided(await post(command));
    }
    default:
      return command satisfies never;
  }
}

const coded = (result: Result<void, string>): Outcome =>
  result.ok ? result : { ok: false, error: { code: result.error } };
const voided = (result: Result<unknown, { readonly code: string }>): Outcome => (result.ok ? ok() : result);
