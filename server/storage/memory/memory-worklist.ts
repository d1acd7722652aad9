import { workItemSchema } from '../../../shared/protocol/worklist.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { WorkItem } from '../../../shared/worklist/worklist.ts';
import type { WorklistQuery, WorklistStore } from '../../ports/worklist-store.ts';
import { wantedText } from '../search-text.ts';
import { toStored } from '../stored-json.ts';
import { searchTextOf } from '../worklist-search.ts';
import { publish } from './memory-events.ts';
import { answer, attempt, type MemoryState } from './memory-state.ts';

export function memoryWorklist(state: MemoryState): WorklistStore {
  const those = (wanted: (item: WorkItem) => boolean): readonly WorkItem[] =>
    [...state.worklist.values()].filter(wanted).sort(latestFirst);
  return {
    keep: (item, at) => attempt(state, () => keep(state, item, at)),
    find: (itemId) => answer(state, () => state.worklist.get(itemId) ?? null),
    openOf: (number, queueId) =>
      answer(state, () =>
        those(
          (item) =>
            item.done === null &&
            item.caller.number === number &&
            (queueId === undefined || (item.queue?.id ?? null) === queueId),
        ),
      ),
    ofCall: (callId) => answer(state, () => those((item) => item.callId === callId)[0] ?? null),
    list: (query) => answer(state, () => those((item) => matches(item, query)).slice(0, query.limit)),
    count: (query) => answer(state, () => those((item) => matches(item, query)).length),
  };
}

const latestFirst = (a: WorkItem, b: WorkItem): number => b.missedAt - a.missedAt || (a.id < b.id ? 1 : -1);

function keep(state: MemoryState, given: WorkItem, at: number): Result<void, 'conflict'> {
  const { text, value: item } = toStored(workItemSchema, given);
  const before = state.worklist.get(item.id);
  if ((before?.version ?? 0) !== item.version - 1) {
    return before !== undefined && toStored(workItemSchema, before).text === text ? ok() : fail('conflict');
  }
  if ([...state.worklist.values()].some((other) => stands(other, item))) return fail('conflict');
  state.worklist.set(item.id, item);
  publish(state, { kind: 'workItem', item }, at);
  return ok();
}

/** Whether another entry is open for the same number and queue. */
const stands = (other: WorkItem, item: WorkItem): boolean =>
  item.caller.number !== null &&
  item.done === null &&
  other.done === null &&
  other.id !== item.id &&
  other.caller.number === item.caller.number &&
  other.queue?.id === item.queue?.id;

function matches(item: WorkItem, query: WorklistQuery): boolean {
  const { done, doneSince, ownerUserId, queueId, search, seenBy } = query;
  const seen =
    seenBy === undefined || item.owner?.userId === seenBy.userId || seenBy.queueIds.includes(item.queue?.id ?? '');
  return (
    seen &&
    (done === undefined || (item.done !== null) === done) &&
    (doneSince === undefined || (item.done !== null && item.done.at >= doneSince)) &&
    (ownerUserId === undefined || item.owner?.userId === ownerUserId) &&
    (queueId === undefined || item.queue?.id === queueId) &&
    (search === undefined || searchTextOf(item).includes(wantedText(search)))
  );
}
