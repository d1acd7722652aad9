import type { WorkItem } from '../../../../shared/worklist/worklist.ts';
import type { CallBack } from '../../../lib/call-back.ts';
import { numberToCall } from './work-words.ts';

/** Which button asks for the call of an entry. */
export const callFrom = ({ id }: Pick<WorkItem, 'id'>): string => `work-${id}`;

/** Calls whoever an entry is about: whoever calls is its owner, unless a colleague was first and nobody takes over. */
export function callThem(item: WorkItem, callBack: CallBack, takeOver = false): void {
  const number = numberToCall(item);
  if (number === null || callBack.unavailable !== null || callBack.pending !== null) return;
  callBack.run({
    number,
    from: callFrom(item),
    workItemId: item.id,
    ...(item.replyId !== null && { replyId: item.replyId }),
    ...(takeOver && { takeOver }),
  });
}
