import { describe, expect, test } from 'vitest';
import { event, heartbeat, openStream, snapshot } from './event-stream.testing.ts';

describe('the event stream', () => {
  test('says hello, and is open once the snapshot is there', () => {
    const { connect, latest, states } = openStream();
    connect();
    expect(latest().sent).toEqual([{ type: 'hello' }]);
    expect(states).toEqual(['connecting']);
    latest().say(snapshot(7));
    expect(states).toEqual(['connecting', 'open']);
  });

  test('after a cut goes on where it left off, almost at once', () => {
    const { clock, connect, latest, sockets, states } = openStream();
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
    const { clock, connect, latest, frames } = openStream();
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
    const { connect, frames } = openStream();
    connect(snapshot(7), event(7), event(8), event(8), event(6), event(9));
    expect(frames.map((frame) => (frame.type === 'event' ? frame.event.sequence : frame.type))).toEqual([
      'snapshot',
      8,
      9,
    ]);
  });

  test('a server that does not answer is asked less and less often, up to a limit', () => {
    const { clock, latest, sockets } = openStream();
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
    const { clock, connect, latest, sockets } = openStream();
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
    const { clock, sockets } = openStream();
    clock.advance(8050);
    expect(sockets).toHaveLength(2);
  });

  test('a frame that cannot be read makes it begin anew with a snapshot', () => {
    const { clock, connect, latest } = openStream();
    connect(snapshot(7), { type: 'news from the future' });
    clock.advance(50);
    connect();
    expect(latest().sent).toEqual([{ type: 'hello' }]);
  });

  test('asking for everything anew forgets where it was', () => {
    const { connect, latest, stream, sockets } = openStream();
    connect(snapshot(7));
    stream.refresh();
    connect();
    expect(sockets[0]?.isClosed).toBe(true);
    expect(latest().sent).toEqual([{ type: 'hello' }]);
  });

  test('without a session it stops, and says so', () => {
    const { clock, connect, latest, sockets, states } = openStream();
    connect(snapshot(1));
    latest().events.closed(4401);
    clock.advance(60_000);
    expect(states.at(-1)).toBe('signedOut');
    expect(sockets).toHaveLength(1);
  });

  test('trying now does not wait, but leaves a connection that stands alone', () => {
    const { connect, latest, sockets, stream } = openStream();
    connect(snapshot(1));
    stream.retry();
    expect(sockets).toHaveLength(1);
    latest().events.closed(1006);
    stream.retry();
    expect(sockets).toHaveLength(2);
  });

  test('closed is closed', () => {
    const { clock, connect, sockets, stream } = openStream();
    connect(snapshot(1));
    stream.close();
    clock.advance(60_000);
    expect(sockets.map(({ isClosed }) => isClosed)).toEqual([true]);
  });
});
