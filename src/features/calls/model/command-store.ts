import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { PhoneLine } from '../../../ports/phone-line.ts';
import type { ServerLink } from '../../../ports/server-link.ts';

/** What the person at the desk may ask for in this console. */
export type DeskCommand = 'answer' | 'reject' | 'hangUp' | 'mute' | 'unmute' | 'rejoin';

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
  /** Carries out a command; while one is under way for the same call, another is not begun. */
  readonly run: (callId: string, command: DeskCommand) => Promise<void>;
  /** The call is gone from the screen. */
  readonly forget: (callId: string) => void;
};

export const idle: CommandState = { pending: null, failure: null, muted: false };

/**
 * The commands of the calls. A command changes nothing on the screen but its own button: the event that says it
 * happened does.
 */
export function createCommandStore(parts: {
  readonly phone: PhoneLine;
  readonly server: Pick<ServerLink, 'call'>;
}): CommandStore {
  const store = createStore<Readonly<Record<string, CommandState>>>(() => ({}));
  const set = (callId: string, state: Omit<CommandState, 'muted'>): void =>
    store.setState({ [callId]: { ...state, muted: parts.phone.mutedOf(callId) } });
  return {
    store,
    run: async (callId, command) => {
      if ((store.getState()[callId] ?? idle).pending !== null) return;
      set(callId, { pending: command, failure: null });
      const outcome = await carryOut(parts.phone, parts.server, callId, command);
      // A call that is gone by now has nothing left to show it on.
      if (store.getState()[callId] === undefined) return;
      set(callId, { pending: null, failure: outcome.ok ? null : failureSentence(outcome.error.code, errorTable) });
    },
    forget: (callId) => {
      const { [callId]: _, ...others } = store.getState();
      store.setState(others, true);
    },
  };
}

async function carryOut(
  phone: PhoneLine,
  server: Pick<ServerLink, 'call'>,
  callId: string,
  command: DeskCommand,
): Promise<Outcome> {
  const post = (name: Exclude<DeskCommand, 'answer'>) => server.call(name, { params: { id: callId } });
  switch (command) {
    case 'answer':
      return coded(await phone.answer(callId));
    case 'reject':
    case 'rejoin':
      // After `rejoin` the call rings at this telephone once more, which takes it by itself.
      return voided(await post(command));
    case 'hangUp': {
      const done = await post('hangUp');
      // The telephone has a way of its own to the PBX, which may work while the server's does not.
      if (done.ok || done.error.code !== 'unreachable') return voided(done);
      return coded(await phone.hangUp(callId));
    }
    case 'mute':
    case 'unmute': {
      const muted = phone.mute(callId, command === 'mute');
      // The server only passes it on to the colleagues' screens: whatever it says, here the microphone obeys.
      if (muted.ok) void post(command);
      return coded(muted);
    }
    default:
      return command satisfies never;
  }
}

const coded = (result: Result<void, string>): Outcome =>
  result.ok ? result : { ok: false, error: { code: result.error } };
const voided = (result: Result<unknown, { readonly code: string }>): Outcome => (result.ok ? ok() : result);
