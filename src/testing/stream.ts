import type { Call } from '../../shared/call/call.ts';
import type { CallEvent } from '../../shared/call/call-event.ts';
import type { Recording } from '../../shared/recording/recording.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import type { Person, ServerFrame } from '../../shared/protocol/stream.ts';
import type { WorkItem } from '../../shared/worklist/worklist.ts';
import type { FakeServer } from '../drivers/fake/fake-server.ts';

let sequence = 0;

export const snapshotOf = (calls: readonly Call[], now: number, people: readonly Person[] = []): ServerFrame => ({
  type: 'snapshot',
  sequence,
  now,
  phoneSystem: 'working',
  calls: [...calls],
  people,
});

/** The frame that tells one event of one call. */
export function frameOf(callId: string, event: CallEvent): ServerFrame {
  sequence += 1;
  return { type: 'event', event: { sequence, at: event.at, body: { kind: 'call', callId, event } } };
}

/** Tells all of these events of a call, one after the other. */
export function happen(server: FakeServer, callId: string, events: readonly CallEvent[]): void {
  for (const event of events) server.say(frameOf(callId, event));
}

/** The frame that tells a reply as it is now. */
export function replyFrame(reply: Reply): ServerFrame {
  sequence += 1;
  return { type: 'event', event: { sequence, at: reply.sentAt, body: { kind: 'reply', reply } } };
}

/** The frame that tells a recording as it is now. */
export function recordingFrame(recording: Recording): ServerFrame {
  sequence += 1;
  return { type: 'event', event: { sequence, at: recording.startedAt, body: { kind: 'recording', recording } } };
}

/** The frame that tells an entry of those to be called back as it is now. */
export function workItemFrame(item: WorkItem): ServerFrame {
  sequence += 1;
  return { type: 'event', event: { sequence, at: item.missedAt, body: { kind: 'workItem', item } } };
}
