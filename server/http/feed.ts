import type { ServerFrame, StreamEvent } from '../../shared/protocol/stream.ts';
import type { Told } from '../calls/call-board.ts';
import { maySeeReply } from '../calls/may-see-reply.ts';
import { isTheirs, maySeeRecording } from '../calls/may-see-recording.ts';
import { maySeeWorkItem } from '../calls/may-see-work-item.ts';
import { maySee, type Viewer } from '../calls/may-see.ts';
import type { HttpParts } from './http-parts.ts';

/** Who missed more than this is better served by a snapshot. */
const mostReplayed = 500;

type FeedParts = Pick<HttpParts, 'board' | 'clock' | 'events' | 'calls'>;

export type Feed = { readonly close: () => void };

/**
 * What one viewer is told: first what was missed after `after` (or a snapshot), then everything as it happens, each
 * event once and in order, only what the viewer may see.
 */
export async function openFeed(
  parts: FeedParts,
  viewer: Viewer,
  after: number | undefined,
  send: (frame: ServerFrame) => void,
): Promise<Feed> {
  const { board, clock } = parts;
  const held: Told[] = [];
  let caughtUp = false;
  let last = 0;
  const tell = ({ event, call }: Told): void => {
    if (event.sequence <= last) return;
    last = event.sequence;
    const { body } = event;
    const visible = body.kind === 'call' ? call !== null && maySee(viewer, call) : isForThem(viewer, body);
    if (visible) send({ type: 'event', event });
  };
  // Listening begins before looking back, so that nothing falls between the two.
  const stop = board.subscribe((told) => (caughtUp ? tell(told) : void held.push(told)));

  const missed = after === undefined ? null : await missedBy(parts, viewer, after);
  if (missed === null) {
    last = board.sequence();
    const calls = board.calls().filter((call) => maySee(viewer, call));
    send({
      type: 'snapshot',
      sequence: last,
      now: clock.now(),
      phoneSystem: board.phoneSystem(),
      calls,
      people: board.people(),
    });
  } else {
    last = missed.through;
    send({ type: 'resumed', sequence: last, now: clock.now() });
    for (const event of missed.events) send({ type: 'event', event });
  }
  caughtUp = true;
  for (const told of held) tell(told);
  return { close: stop };
}

/** What comes of calls is seen as the calls are; the rest is for everybody. */
function isForThem(viewer: Viewer, body: Exclude<StreamEvent['body'], { readonly kind: 'call' }>): boolean {
  switch (body.kind) {
    case 'reply':
      return maySeeReply(viewer, body.reply);
    case 'recording':
      return maySeeRecording(viewer, body.recording);
    case 'recordingGone':
      return isTheirs(viewer, body);
    case 'workItem':
      return maySeeWorkItem(viewer, body.item);
    case 'phoneSystem':
    case 'person':
    case 'personGone':
      return true;
    default:
      return body satisfies never;
  }
}

type Missed = { readonly through: number; readonly events: readonly StreamEvent[] };

/** Null when it is too much, too old, or from another life of the database. */
async function missedBy({ board, events, calls }: FeedParts, viewer: Viewer, after: number): Promise<Missed | null> {
  if (after > board.sequence()) return null;
  const found = await events.after(after, mostReplayed + 1);
  if (!found.ok || found.value.length > mostReplayed) return null;
  if (found.value.length > 0 && found.value[0]?.sequence !== after + 1) return null;
  const visible = new Map<string, boolean>();
  const kept: StreamEvent[] = [];
  for (const event of found.value) {
    if (event.body.kind !== 'call') {
      if (isForThem(viewer, event.body)) kept.push(event);
      continue;
    }
    const { callId } = event.body;
    if (!visible.has(callId)) {
      const stored = await calls.find(callId);
      visible.set(callId, stored.ok && stored.value !== null && maySee(viewer, stored.value.call));
    }
    if (visible.get(callId) === true) kept.push(event);
  }
  return { through: found.value.at(-1)?.sequence ?? after, events: kept };
}
