import type { PhoneLine } from '../../../ports/phone-line.ts';
import type { CallStore } from './call-store.ts';
import type { Desk } from './place-of.ts';

type Parts = {
  readonly phone: Pick<PhoneLine, 'mute' | 'mutedOf'>;
  readonly calls: Pick<CallStore, 'subscribeChanges'>;
  readonly desk: Desk;
  /** The microphone is off or on now because another window asked for it. */
  readonly changed: (callId: string) => void;
};

export type FollowMute = {
  /** This window says the same to the server; what comes back meanwhile is its own word, and not to be obeyed. */
  readonly saying: (callId: string, word: Promise<unknown>) => Promise<void>;
};

/**
 * Mute of this desk, asked for in any of its windows: the one that has the telephone does what the call says. A window
 * without the telephone has no such line, and nothing to mute.
 */
export function createFollowMute({ phone, calls, desk, changed }: Parts): FollowMute {
  const underWay = new Map<string, number>();
  calls.subscribeChanges(({ id, before, after }) => {
    if (before === undefined || after === undefined || before.muted === after.muted) return;
    if (after.agent?.consoleId !== desk.consoleId || underWay.has(id)) return;
    if (phone.mutedOf(id) !== after.muted && phone.mute(id, after.muted).ok) changed(id);
  });
  return {
    saying: async (callId, word) => {
      underWay.set(callId, (underWay.get(callId) ?? 0) + 1);
      await word;
      const left = (underWay.get(callId) ?? 1) - 1;
      if (left > 0) underWay.set(callId, left);
      else underWay.delete(callId);
    },
  };
}
