import type { Call } from '../../../shared/call/call.ts';
import type { CallEvent } from '../../../shared/call/call-event.ts';
import { callEventSchema, callSchema } from '../../../shared/protocol/call-schemas.ts';
import type { StreamEvent } from '../../../shared/protocol/stream.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { KeptQuality } from '../../ports/call-quality.ts';
import type { CallStore, NextCall, StoredCall, StoreFailure } from '../../ports/stores.ts';
import { toStored, toStoredText } from '../stored-json.ts';
import { listCalls } from './list-calls.ts';
import { publish } from './memory-events.ts';
import { answer, attempt, type MemoryState } from './memory-state.ts';

type Appended = Result<StreamEvent, StoreFailure | 'conflict'>;

function append(state: MemoryState, next: NextCall, events: readonly CallEvent[]): Appended {
  const { call, version, again = false } = next;
  if ((state.calls.get(call.id)?.version ?? 0) !== version - events.length) {
    const appended = again ? findAppended(state, next, events) : undefined;
    return appended === undefined ? fail('conflict') : ok(appended);
  }
  state.calls.set(call.id, { call: toStored(callSchema, call).value, version });
  const stored = events.map((event) => toStored(callEventSchema, event).value);
  state.stories.set(call.id, [...(state.stories.get(call.id) ?? []), ...stored]);
  const published = stored.map((event) => publish(state, { kind: 'call', callId: call.id, event }, event.at));
  return ok(published.reduce((_, later) => later));
}

/** This very event of this very version, as it was told. */
function findAppended(state: MemoryState, next: NextCall, events: readonly CallEvent[]): StreamEvent | undefined {
  const told = state.stream.filter(({ body }) => body.kind === 'call' && body.callId === next.call.id)[
    next.version - 1
  ];
  const last = events.at(-1);
  if (told?.body.kind !== 'call' || last === undefined) return undefined;
  const isSame = toStoredText(told.body.event) === toStoredText(toStored(callEventSchema, last).value);
  return isSame ? told : undefined;
}

const byArrival = (a: StoredCall, b: StoredCall): number => a.call.arrivedAt - b.call.arrivedAt;

function recent(state: MemoryState, limit: number, before: number): readonly StoredCall[] {
  const latest = [...state.calls.values()]
    .filter(({ call }) => call.arrivedAt < before)
    .sort((a, b) => byArrival(b, a));
  const last = latest[limit - 1];
  return latest.filter((each, index) => index < limit || each.call.arrivedAt === last?.call.arrivedAt);
}

function earlier(state: MemoryState, number: string, exceptCallId: string): readonly Call[] {
  const theirs = [...state.calls.values()].filter(({ call }) => call.caller.number === number);
  const others = theirs.filter(({ call }) => call.id !== exceptCallId);
  return others.sort((a, b) => byArrival(b, a)).map(({ call }) => call);
}

function keepQuality(state: MemoryState, callId: string, kept: KeptQuality): void {
  const before = state.qualities.get(callId) ?? [];
  const isKnown = before.some(({ at, consoleId }) => at === kept.at && consoleId === kept.consoleId);
  if (state.calls.has(callId) && !isKnown) state.qualities.set(callId, [...before, kept]);
}

export function memoryCalls(state: MemoryState): CallStore {
  return {
    append: (next, ...events) => attempt(state, () => append(state, next, events)),
    find: (callId) => answer(state, () => state.calls.get(callId) ?? null),
    live: () =>
      answer(state, () => [...state.calls.values()].filter(({ call }) => call.state !== 'ended').sort(byArrival)),
    recent: ({ limit, before }) =>
      answer(state, () => recent(state, limit, before ?? Number.POSITIVE_INFINITY).map(({ call }) => call)),
    list: (query, page) =>
      answer(state, () =>
        listCalls(
          [...state.calls.values()].map(({ call }) => call),
          query,
          page,
        ),
      ),
    earlier: ({ number, exceptCallId, limit }) =>
      answer(state, () => earlier(state, number, exceptCallId).slice(0, limit)),
    keepQuality: (callId, quality, at) => answer(state, () => keepQuality(state, callId, { ...quality, at })),
    qualityOf: (callId) => answer(state, () => (state.qualities.get(callId) ?? []).toSorted((a, b) => a.at - b.at)),
    eventsOf: (callId) => answer(state, () => state.stories.get(callId) ?? []),
  };
}
