import { useStore } from 'zustand';
import { useCallsModel } from '../model/calls-model.ts';
import type { Farewell } from '../model/farewell.ts';

/** Whether somebody is still at the note of a call that is over, or it has not been saved. */
export function useHasLastWords({ kind, call }: Farewell): boolean {
  const { notes } = useCallsModel();
  const isKept = useStore(notes.store, (drafts) => drafts[call.id] !== undefined);
  return isKept && (kind === 'ended' || kind === 'notReached');
}
