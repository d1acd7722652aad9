import type { CallEvent } from '../../../shared/call/call-event.ts';
import { callEventSchema, callSchema } from '../../../shared/protocol/call-schemas.ts';
import type { StreamEvent } from '../../../shared/protocol/stream.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { CallStore, StoredCall, StoreFailure } from '../../ports/stores.ts';
import { toStored } from '../stored-json.ts';
import { publish } from './memory-events.ts';
import { answer, type MemoryState } from './memory-state.ts';

type Appended = Result<StreamEvent, StoreFailure | 'conflict'>;

function append(state: MemoryState, { call, version }: StoredCall, event: CallEvent): Appended {
  if ((state.calls.get(call.id)?.version ?? 0) !== version - 1) return fail('conflict');
  state.calls.set(call.id, { call: toStored(callSchema, call).value, version });
  const stored = toStored(callEventSchema, event).value;
  state.stories.set(call.id, [...(state.stories.get(call.id) ?? []), stored]);
  return ok(publish(state, { kind: 'call', callId: call.id, event: stored }, event.at));
}

const byArrival = (a: StoredCall, b: StoredCall): number => a.call.arrivedAt - b.call.arrivedAt;

function recent(state: MemoryState, limit: number, before: number): readonly StoredCall[] {
  const latest = [...state.calls.values()]
    .filter(({ call }) => call.arrivedAt < before)
    .sort((a, b) => byArrival(b, a));
  const last = latest[limit - 1];
  return latest.filter((each, index) => index < limit || each.call.arrivedAt === last?.call.arrivedAt);
}

export function memoryCalls(state: MemoryState): CallStore {
  return {
    append: async (next, event) => {
      const appended = await answer(state, () => append(state, next, event));
      return appended.ok ? appended.value : appended;
    },
    find: (callId) => answer(state, () => state.calls.get(callId) ?? null),
    live: () =>
      answer(state, () => [...state.calls.values()].filter(({ call }) => call.state !== 'ended').sort(byArrival)),
    recent: ({ limit, before }) =>
      answer(state, () => recent(state, limit, before ?? Number.POSITIVE_INFINITY).map(({ call }) => call)),
    eventsOf: (callId) => answer(state, () => state.stories.get(callId) ?? []),
  };
}
