import { streamBodySchema, type StreamBody, type StreamEvent } from '../../../shared/protocol/stream.ts';
import type { EventLog } from '../../ports/stores.ts';
import { toStored } from '../stored-json.ts';
import { answer, type MemoryState } from './memory-state.ts';

/** Gives a body the next number and tells everybody. */
export function publish(state: MemoryState, body: StreamBody, at: number): StreamEvent {
  const event = { sequence: state.stream.length + 1, at, body: toStored(streamBodySchema, body).value };
  state.stream.push(event);
  state.fanOut.tell(event);
  return event;
}

export function memoryEvents(state: MemoryState): EventLog {
  return {
    append: (body, at) => answer(state, () => publish(state, body, at)),
    after: (sequence, limit) => answer(state, () => state.stream.slice(sequence, sequence + limit)),
    head: () => answer(state, () => state.stream.length),
    subscribe: state.fanOut.subscribe,
  };
}
