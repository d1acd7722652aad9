import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Directory, Queue } from '../../ports/stores.ts';
import { answer, attempt, type MemoryState } from './memory-state.ts';

function saveQueue(state: MemoryState, queue: Queue, memberIds: readonly string[]): Result<void, 'noSuchUser'> {
  if (memberIds.some((id) => !state.users.has(id))) return fail('noSuchUser');
  state.queues.set(queue.id, queue);
  state.members.set(queue.id, [...new Set(memberIds)]);
  return ok();
}

function removeQueue(state: MemoryState, queueId: string, numbersTo: string | null): Result<boolean, 'noSuchQueue'> {
  if (numbersTo !== null && (numbersTo === queueId || !state.queues.has(numbersTo))) return fail('noSuchQueue');
  for (const [number, leadsTo] of state.numbers) if (leadsTo === queueId) state.numbers.set(number, numbersTo);
  state.members.delete(queueId);
  return ok(state.queues.delete(queueId));
}

function setQueuesOf(
  state: MemoryState,
  userId: string,
  queueIds: readonly string[],
): Result<void, 'noSuchUser' | 'noSuchQueue'> {
  if (!state.users.has(userId)) return fail('noSuchUser');
  if (queueIds.some((id) => !state.queues.has(id))) return fail('noSuchQueue');
  for (const queueId of state.queues.keys()) {
    const members = state.members.get(queueId) ?? [];
    const isMember = members.includes(userId);
    if (isMember === queueIds.includes(queueId)) continue;
    state.members.set(queueId, isMember ? members.filter((id) => id !== userId) : [...members, userId]);
  }
  return ok();
}

function saveNumber(state: MemoryState, number: string, queueId: string | null): Result<void, 'noSuchQueue'> {
  if (queueId !== null && !state.queues.has(queueId)) return fail('noSuchQueue');
  state.numbers.set(number, queueId);
  return ok();
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
    members: () => answer(state, () => new Map(state.members)),
    membersOf: (queueId) => answer(state, () => state.members.get(queueId) ?? []),
    queues: () => answer(state, () => queues(state)),
    numbers: () =>
      answer(state, () =>
        [...state.numbers].map(([number, queueId]) => ({ number, queueId })).sort((a, b) => less(a.number, b.number)),
      ),
    saveQueue: (queue, memberIds) => attempt(state, () => saveQueue(state, queue, memberIds)),
    removeQueue: (queueId, numbersTo) => attempt(state, () => removeQueue(state, queueId, numbersTo)),
    setQueuesOf: (userId, queueIds) => attempt(state, () => setQueuesOf(state, userId, queueIds)),
    saveNumber: (number, queueId) => attempt(state, () => saveNumber(state, number, queueId)),
    removeNumber: (number) => answer(state, () => state.numbers.delete(number)),
  };
}
