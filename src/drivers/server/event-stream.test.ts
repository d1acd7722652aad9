import { describe, expect, test } from 'vitest';
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

const snapshot = (sequence: number) => ({ ...snapshotOf([], 0), sequence });
const heartbeat = { type: 'heartbeat', now: 0 };
const event = (sequence: number) => ({
  type: 'event',
  event: { sequence, at: 0, body: { kind: 'phoneSystem', state: 'working' } },
});

function open() {
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

describe('the event stream', () => {
  test('says hello, and is open once the snapshot is there', () => {
    const { connect, latest, states } = open();
    connect();
    expect(latest().sent).toEqual([{ type: 'hello' }]);
    expect(states).toEqual(['connecting']);
    latest().say(snapshot(7));
    expect(states).toEqual(['connecting', 'open']);
  });

  test('after a cut goes on where it left off, almost at once', () => {
    const { clock, connect, latest, sockets, states } = open();
    connect(snapshot(7), event(8));
    latest().events.closed(1006);
    expect(states.at(-1)).toBe('waiting');
    clock.advance(50);
    connect();
    expect(sockets).toHaveLength(2);
    expect(latest().sent).toEqual([{ type: 'hello', after: 8 }]);
    latest().say({ type: 'resumed', sequence: 8, now: 0 });
    expect(states.at(-1)).toBe('open');
  });

  test('what was missed is passed on, and once', () => {
    const { clock, connect, latest, frames } = open();
    connect(snapshot(7), event(8));
    latest().events.closed(1006);
    clock.advance(50);
    connect({ type: 'resumed', sequence: 11, now: 0 }, event(8), event(9), event(11), event(12));
    expect(frames.slice(2).map((frame) => (frame.type === 'event' ? frame.event.sequence : frame.type))).toEqual([
      'resumed',
      9,
      11,
      12,
    ]);
    latest().events.closed(1006);
    clock.advance(50);
    connect();
    expect(latest().sent).toEqual([{ type: 'hello', after: 12 }]);
  });

  test('what was seen before is not passed on again', () => {
    const { connect, frames } = open();
    connect(snapshot(7), event(7), event(8), event(8), event(6), event(9));
    expect(frames.map((frame) => (frame.type === 'event' ? frame.event.sequence : frame.type))).toEqual([
      'snapshot',
      8,
      9,
    ]);
  });

  test('a server that does not answer is asked less and less often, up to a limit', () => {
    const { clock, latest, sockets } = open();
    const pauses = Array.from({ length: 9 }, () => {
      const before = sockets.length;
      latest().events.closed(1006);
      let pause = 0;
      while (sockets.length === before) {
        clock.advance(5);
        pause += 5;
      }
      return pause;
    });
    expect(pauses[0]).toBeLessThanOrEqual(50);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBeLessThanOrEqual(5000);
  });

  test('8 s of silence are the end of a connection; a heartbeat is a sign of life', () => {
    const { clock, connect, latest, sockets } = open();
    connect(snapshot(1));
    clock.advance(4000);
    latest().say(heartbeat);
    clock.advance(7999);
    expect(sockets).toHaveLength(1);
    clock.advance(51);
    expect(sockets).toHaveLength(2);
    expect(sockets[0]?.isClosed).toBe(true);
  });

  test('a socket that never opens is given up as well', () => {
    const { clock, sockets } = open();
    clock.advance(8050);
    expect(sockets).toHaveLength(2);
  });

  test('a frame that cannot be read makes it begin anew with a snapshot', () => {
    const { clock, connect, latest } = open();
    connect(snapshot(7), { type: 'news from the future' });
    clock.advance(50);
    connect();
    expect(latest().sent).toEqual([{ type: 'hello' }]);
  });

  test('asking for everything anew forgets where it was', () => {
    const { connect, latest, stream, sockets } = open();
    connect(snapshot(7));
    stream.refresh();
    connect();
    expect(sockets[0]?.isClosed).toBe(true);
    expect(latest().sent).toEqual([{ type: 'hello' }]);
  });

  test('without a session it stops, and says so', () => {
    const { clock, connect, latest, sockets, states } = open();
    connect(snapshot(1));
    latest().events.closed(4401);
    clock.advance(60_000);
    expect(states.at(-1)).toBe('signedOut');
    expect(sockets).toHaveLength(1);
  });

  test('trying now does not wait, but leaves a connection that stands alone', () => {
    const { connect, latest, sockets, stream } = open();
    connect(snapshot(1));
    stream.retry();
    expect(sockets).toHaveLength(1);
    latest().events.closed(1006);
    stream.retry();
    expect(sockets).toHaveLength(2);
  });

  test('closed is closed', () => {
    const { clock, connect, sockets, stream } = open();
    connect(snapshot(1));
    stream.close();
    clock.advance(60_000);
    expect(sockets.map(({ isClosed }) => isClosed)).toEqual([true]);
  });
});

describe('a page that slept', () => {
  test('answers every heartbeat, so that the server knows that it does not', () => {
    const { connect, latest } = open();
    connect(snapshot(1), heartbeat, heartbeat);
    expect(latest().sent).toEqual([{ type: 'hello' }, { type: 'alive' }, { type: 'alive' }]);
  });

  test('does not live through what came in meanwhile, but connects at once and says for how long it was away', () => {
    const { clock, connect, latest, sockets, frames, gaps } = open();
    connect(snapshot(7), heartbeat);
    const from = clock.now();
    // Frozen: no timer runs, and what comes in waits.
    clock.skip(60_000);
    latest().say(event(8));
    expect(sockets).toHaveLength(2);
    expect(sockets[0]?.isClosed).toBe(true);
    connect();
    expect(latest().sent).toEqual([{ type: 'hello', after: 7 }]);
    latest().say({ type: 'resumed', sequence: 8, now: 0 });
    latest().say(event(8));
    expect(frames.map(({ type }) => type)).toEqual(['snapshot', 'heartbeat', 'resumed', 'event']);
    expect(gaps).toEqual([{ from, to: clock.now() }]);
  });

  test('connects anew when it wakes up, unless the connection has just been heard', () => {
    const { clock, connect, latest, sockets, stream, states } = open();
    connect(snapshot(7));
    clock.advance(2900);
    stream.wake();
    expect(sockets).toHaveLength(1);
    clock.advance(200);
    stream.wake();
    expect(sockets).toHaveLength(2);
    stream.wake();
    expect(sockets).toHaveLength(2);
    latest().events.closed(1006);
    expect(states.at(-1)).toBe('waiting');
    stream.wake();
    expect(sockets).toHaveLength(3);
    clock.advance(3001);
    stream.wake();
    expect(sockets).toHaveLength(4);
  });

  test.each([
    ['a cut of a moment', 2000, 0],
    ['a long cut', 30_000, 1],
  ])('%s', (_what, ms, count) => {
    const { clock, connect, latest, gaps } = open();
    connect(snapshot(7));
    latest().events.closed(1006);
    clock.skip(ms);
    clock.advance(50);
    connect({ type: 'resumed', sequence: 7, now: 0 });
    expect(gaps).toHaveLength(count);
  });

  test('without a session is left alone', () => {
    const { clock, connect, latest, sockets, stream } = open();
    connect(snapshot(1));
    latest().events.closed(4401);
    clock.advance(60_000);
    stream.wake();
    expect(sockets).toHaveLength(1);
  });
});
