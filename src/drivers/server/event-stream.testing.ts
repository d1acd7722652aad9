import type { ServerFrame } from '../../../shared/protocol/stream.ts';
import type { Gap, StreamState } from '../../ports/server-link.ts';
import { snapshotOf } from '../../testing/stream.ts';
import { FakeClock } from '../fake/fake-clock.ts';
import { EventStream } from './event-stream.ts';
import type { SocketEvents } from './socket.ts';

class FakeSocket {
  readonly sent: unknown[] = [];
  isClosed = false;
  readonly events: SocketEvents;

  constructor(events: SocketEvents) {
    this.events = events;
  }

  readonly send = (text: string): void => void this.sent.push(JSON.parse(text));
  readonly close = (): void => {
    this.isClosed = true;
  };
  readonly say = (frame: unknown): void => this.events.received(JSON.stringify(frame));
}

export const snapshot = (sequence: number) => ({ ...snapshotOf([], 0), sequence });
export const heartbeat = { type: 'heartbeat', now: 0 };
export const event = (sequence: number) => ({
  type: 'event',
  event: { sequence, at: 0, body: { kind: 'phoneSystem', state: 'working' } },
});

/** A stream over sockets that say what they are told to. */
export function openStream() {
  const clock = new FakeClock();
  const sockets: FakeSocket[] = [];
  const frames: ServerFrame[] = [];
  const states: StreamState['state'][] = [];
  const gaps: Gap[] = [];
  const openSocket = (_: string, events: SocketEvents) => {
    const socket = new FakeSocket(events);
    sockets.push(socket);
    return socket;
  };
  const stream = new EventStream(
    { url: 'ws://desk.invalid/events', openSocket, clock, random: () => 0.5 },
    { frame: (frame) => frames.push(frame), state: ({ state }) => states.push(state), away: (gap) => gaps.push(gap) },
  );
  const latest = (): FakeSocket => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error('no socket');
    return socket;
  };
  const connect = (...said: readonly unknown[]): void => {
    latest().events.opened();
    for (const frame of said) latest().say(frame);
  };
  return { clock, stream, sockets, frames, states, gaps, latest, connect };
}
