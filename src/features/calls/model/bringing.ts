import type { Call } from '../../../../shared/call/call.ts';
import { legIsLost } from '../../../../shared/call/steps.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { CallChange, CallStore } from './call-store.ts';
import type { Desk } from './place-of.ts';

type Parts = {
  readonly calls: Pick<CallStore, 'store' | 'subscribeChanges'>;
  readonly clock: Clock;
  readonly desk: Desk;
  /** The call is here, or gone; or it did not come, and why. */
  readonly ended: (callId: string, failure: 'notBrought' | null) => void;
};

/** What is promised of a call: that it is brought to this desk from the callers, or that this desk is brought back to it. */
type Promised = 'answer' | 'rejoin';

/** A call the server brings here is on within a second; one that is not may be asked for again. */
const bringingMs = 5000;

/** Follows the calls that the server has promised to bring to the telephone of this desk, in whichever window that is. */
export function createBringing({ calls, clock, desk, ended }: Parts) {
  const coming = new Map<string, Promised>();
  const end = (callId: string, failure: 'notBrought' | null): void => {
    if (coming.delete(callId)) ended(callId, failure);
  };
  calls.subscribeChanges((change) => {
    const promised = coming.get(change.id);
    if (promised !== undefined && !isAwaited(change.after, promised)) end(change.id, null);
    else if (isInVain(change, desk)) end(change.id, 'notBrought');
  });
  return {
    /** Whether it has still to come; if so, its end is told. */
    isComing: (callId: string, promised: Promised): boolean => {
      if (!isAwaited(calls.store.getState().calls[callId], promised)) return false;
      coming.set(callId, promised);
      clock.after(bringingMs, () => end(callId, 'notBrought'));
      return true;
    },
    forget: (callId: string): void => void coming.delete(callId),
  };
}

export const ringsAt = (call: Call | undefined, { consoleId }: Desk): boolean =>
  call?.state === 'ringing' && call.offers.some((offer) => offer.consoleId === consoleId);

const isAwaited = (call: Call | undefined, promised: Promised): boolean =>
  promised === 'answer' ? call?.state === 'queued' || call?.state === 'ringing' : call !== undefined && legIsLost(call);

/** This desk was rung, and did not take it. */
const isInVain = ({ before, after }: CallChange, desk: Desk): boolean => ringsAt(before, desk) && !ringsAt(after, desk);
