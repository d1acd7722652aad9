import { describe, expect, test } from 'vitest';
import { event, heartbeat, openStream, snapshot } from './event-stream.testing.ts';

describe('a page that slept', () => {
  test('answers every heartbeat, so that the server knows that it does not', () => {
    const { connect, latest } = openStream();
    connect(snapshot(1), heartbeat, heartbeat);
    expect(latest().sent).toEqual([{ type: 'hello' }, { type: 'alive' }, { type: 'alive' }]);
  });

  test('does not live through what came in meanwhile, but connects at once and says for how long it was away', () => {
    const { clock, connect, latest, sockets, frames, gaps } = openStream();
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

  test('counts from the last heartbeat it answered, as the server does, whatever it heard after that', () => {
    const { clock, connect, latest, gaps } = openStream();
    connect(snapshot(7), heartbeat);
    clock.skip(2000);
    latest().say(event(8));
    const from = clock.now();
    clock.skip(4000);
    latest().say(event(9));
    connect({ type: 'resumed', sequence: 9, now: 0 });
    latest().say(event(9));
    expect(gaps).toEqual([{ from, to: clock.now() }]);
  });

  test('says so as well when a heartbeat comes before the answer to its hello', () => {
    const { clock, connect, latest, gaps } = openStream();
    connect(snapshot(7));
    const from = clock.now();
    clock.skip(60_000);
    latest().say(event(8));
    connect(heartbeat);
    expect(gaps).toEqual([]);
    latest().say({ type: 'resumed', sequence: 8, now: 0 });
    latest().say(heartbeat);
    expect(gaps).toEqual([{ from, to: clock.now() }]);
  });

  test('connects anew when it wakes up, unless the connection has just been heard', () => {
    const { clock, connect, latest, sockets, stream, states } = openStream();
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
    const { clock, connect, latest, gaps } = openStream();
    connect(snapshot(7));
    latest().events.closed(1006);
    clock.skip(ms);
    clock.advance(50);
    connect({ type: 'resumed', sequence: 7, now: 0 });
    expect(gaps).toHaveLength(count);
  });

  test('without a session is left alone', () => {
    const { clock, connect, latest, sockets, stream } = openStream();
    connect(snapshot(1));
    latest().events.closed(4401);
    clock.advance(60_000);
    stream.wake();
    expect(sockets).toHaveLength(1);
  });
});
