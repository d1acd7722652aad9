import { createContext, useContext, useMemo } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { Emitter } from '../../../lib/emitter.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { CallStore } from './call-store.ts';
import { idle, type CommandState, type CommandStore, type DeskCommand } from './command-store.ts';
import type { EarlierCalls } from './earlier-calls.ts';
import type { KeypadStore } from './keypad-store.ts';
import { lanesOf, selectedOf, type Lanes } from './lanes.ts';
import type { NoteStore } from './note-store.ts';
import type { PlacingStore } from './placing-store.ts';
import type { createNumberFormat } from './number-format.ts';
import type { Desk } from './place-of.ts';
import type { FormatNumber } from './caller-words.ts';
import type { QualityMonitor } from './quality-monitor.ts';

/** What the components of the calls work with. */
export type CallsModel = {
  readonly desk: Desk;
  readonly calls: CallStore;
  /** The call that was chosen by key, to be answered on whatever page; null: none was. */
  readonly chosen: StoreApi<string | null>;
  readonly commands: CommandStore;
  readonly placing: PlacingStore;
  readonly keypad: KeypadStore;
  readonly notes: NoteStore;
  readonly earlier: EarlierCalls;
  readonly quality: QualityMonitor;
  readonly numbers: ReturnType<typeof createNumberFormat>;
  /** Somebody wants to reply to a caller instead of answering. */
  readonly replyWanted: Emitter<ReplyWish>;
  readonly replyChoices: ReplyChoices;
  readonly clock: Clock;
  /** How loud the caller is, 0 to 1. */
  readonly levelOf: (callId: string) => number;
};

/** Whom to reply to, and with which of the choices to begin: its key, or null for what was written last. */
export type ReplyWish = { readonly callId: string; readonly choice: string | null };

/** What may be said at once, the first ones by their digit. */
export type ReplyChoices = {
  readonly store: StoreApi<readonly ReplyChoice[]>;
  /** Looks whether they are still the same. */
  readonly look: () => void;
};
export type ReplyChoice = { readonly key: string; readonly name: string; readonly text: string };

/** How the desk is connected, as far as the calls are concerned. */
export type LineView = {
  /** Why nothing can be asked for just now; null: everything can. */
  readonly unavailable: string | null;
  /** Why the telephone, and with it the audio, is not in this window; null: it is. */
  readonly notHere: string | null;
  /** The connection is lost: what rings is held by the PBX until it is back. */
  readonly isLost: boolean;
  /** Why nobody can be called from here just now; null: everybody can. */
  readonly noDialling: string | null;
};

export const CallsContext = createContext<CallsModel | null>(null);

export function useCallsModel(): CallsModel {
  const model = useContext(CallsContext);
  if (model === null) throw new Error('calls are drawn outside their provider');
  return model;
}

export function useLanes({ calls, desk }: Pick<CallsModel, 'calls' | 'desk'>): Lanes {
  const table = useStore(calls.store, (state) => state.calls);
  const farewells = useStore(calls.store, (state) => state.farewells);
  return useMemo(() => lanesOf(table, farewells, desk), [table, farewells, desk]);
}

/** The call F2 takes, on every page the same. */
export function useSelectedId(lanes: Lanes): string | null {
  const chosenId = useStore(useCallsModel().chosen);
  return selectedOf(lanes, chosenId);
}

export const useNumberFormat = (): FormatNumber => useStore(useCallsModel().numbers.store, ({ format }) => format);

export type Command = CommandState & { readonly run: (command: DeskCommand) => void };

/** The commands of one call: what is under way, what failed and why, and how to ask. */
export function useCommand(callId: string): Command {
  const { commands } = useCallsModel();
  const state = useStore(commands.store, (states) => states[callId] ?? idle);
  return useMemo(() => ({ ...state, run: (command) => void commands.run(callId, command) }), [state, commands, callId]);
}
