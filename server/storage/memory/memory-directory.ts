import type { Directory, Queue } from '../../ports/stores.ts';
import { answer, type MemoryState, mustHave } from './memory-state.ts';

function saveQueue(state: MemoryState, queue: Queue, memberIds: readonly string[]): void {
  for (const id of memberIds) mustHave(state, 'users', id);
  state.queues.set(queue.id, queue);
  state.members.set(queue.id, [...new Set(memberIds)]);
}

function saveNumber(state: MemoryState, number: string, queueId: string): void {
  mustHave(state, 'queues', queueId);
  state.numbers.set(number, queueId);
}

/** By name, then by id: the order of a database that compares bytes. */
const queues = (state: MemoryState): readonly Queue[] =>
  [...state.queues.values()].sort((a, b) => (a.name === b.name ? less(a.id, b.id) : less(a.name, b.name)));

const less = (a: string, b: string): number => (a < b ? -1 : 1);

export function memoryDirectory(state: MemoryState): Directory {
  return {
    routeOf: (dialled) => answer(state, () => state.queues.get(state.numbers.get(dialled) ?? '') ?? null),
    queuesOf: (userId) =>
      answer(state, () => queues(state).filter(({ id }) => state.members.get(id)?.includes(userId))),
    membersOf: (queueId) => answer(state, () => state.members.get(queueId) ?? []),
    queues: () => answer(state, () => queues(state)),
    numbers: () =>
      answer(state, () =>
        [...state.numbers].map(([number, queueId]) => ({ number, queueId })).sort((a, b) => less(a.number, b.number)),
      ),
    saveQueue: (queue, memberIds) => answer(state, () => saveQueue(state, queue, memberIds)),
    saveNumber: (number, queueId) => answer(state, () => saveNumber(state, number, queueId)),
  };
}
