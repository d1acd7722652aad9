import { describe, expect, test } from 'vitest';
import { FakeClock } from '../../../drivers/fake/fake-clock.ts';
import { eventsOf, people, tell } from '../../../drivers/fake/story.ts';
import { frameOf, snapshotOf } from '../../../testing/stream.ts';
import { createCallStore, type CallChange } from './call-store.ts';

const { mira, ana } = people;
const offered = { type: 'offered', to: mira, after: 10 } as const;

function open() {
  const clock = new FakeClock();
  const changes: CallChange[] = [];
  let refreshes = 0;
  const calls = createCallStore({ clock, desk: mira, refresh: () => (refreshes += 1) });
  calls.subscribeChanges((change) => changes.push(change));
  return { clock, calls, changes, refreshes: () => refreshes, table: () => calls.store.getState() };
}

const tellAll = (
  calls: ReturnType<typeof open>['calls'],
  ...[beginning, ...happenings]: Parameters<typeof tell>
): void => {
  for (const event of eventsOf(beginning, happenings)) calls.accept(frameOf(beginning.id, event));
};

describe('the call store', () => {
  test('is the call machine applied to the stream', () => {
    const { calls, clock, table } = open();
    const story = [{ id: 'a', at: clock.now() }, offered, { type: 'answered', by: mira, after: 50 }] as const;
    tellAll(calls, ...story);
    expect(table().calls['a']).toEqual(tell(...story));
  });

  test('a snapshot replaces everything', () => {
    const { calls, clock, table } = open();
    tellAll(calls, { id: 'old', at: clock.now() });
    calls.accept(snapshotOf([tell({ id: 'new', at: clock.now() }, offered)], clock.now()));
    expect(Object.keys(table().calls)).toEqual(['new']);
    expect(table().synced).toBe(true);
  });

  test('an event the machine does not allow asks for a snapshot once, and changes nothing until it is there', () => {
    const { calls, clock, table, refreshes } = open();
    calls.accept(frameOf('unheard-of', { type: 'answered', by: mira, at: clock.now() }));
    calls.accept(frameOf('unheard-of', { type: 'ended', reason: 'lost', at: clock.now() }));
    tellAll(calls, { id: 'later', at: clock.now() });
    expect(refreshes()).toBe(1);
    expect(table().calls).toEqual({});
    calls.accept(snapshotOf([], clock.now()));
    tellAll(calls, { id: 'after', at: clock.now() });
    expect(Object.keys(table().calls)).toEqual(['after']);
  });

  test('knows the server’s clock, and does not fidget about milliseconds', () => {
    const { calls, clock } = open();
    calls.accept(snapshotOf([], clock.now() + 60_000));
    expect(calls.now()).toBe(clock.now() + 60_000);
    calls.accept({ type: 'heartbeat', now: clock.now() + 60_100 });
    expect(calls.now()).toBe(clock.now() + 60_000);
  });

  test('is not confused by the note of a call that is over, be it of one it does not know', () => {
    const { calls, clock, table, refreshes } = open();
    const talking = [offered, { type: 'answered', by: mira, after: 20 }] as const;
    tellAll(calls, { id: 'a', at: clock.now() }, ...talking, { type: 'ended', reason: 'callerHungUp', after: 90 });
    calls.accept(frameOf('a', { type: 'noted', note: 'Asks for Ingrid', at: clock.now() }));
    expect(refreshes()).toBe(0);
    expect(table().calls).toEqual({});
  });

  test('keeps a card that is in use beyond its time, and lets it go soon after', () => {
    const clock = new FakeClock();
    let inUse = true;
    const calls = createCallStore({ clock, desk: mira, refresh: () => undefined, isInUse: () => inUse });
    tellAll(calls, { id: 'a', at: clock.now() }, offered, { type: 'ended', reason: 'abandoned', after: 900 });
    clock.advance(60_000);
    expect(calls.store.getState().farewells['a']).toBeDefined();
    inUse = false;
    clock.advance(1000);
    expect(calls.store.getState().farewells['a']).toBeUndefined();
  });

  test('keeps a card for 5 s of a call a colleague took', () => {
    const { calls, clock, table } = open();
    tellAll(
      calls,
      { id: 'a', at: clock.now() },
      offered,
      { type: 'offered', to: ana, after: 20 },
      { type: 'answered', by: ana, after: 30 },
    );
    expect(table().farewells['a']).toMatchObject({ kind: 'answeredElsewhere', by: 'Ana Lindqvist', lane: 'comingIn' });
    clock.advance(4999);
    expect(table().farewells['a']).toBeDefined();
    clock.advance(1);
    expect(table().farewells['a']).toBeUndefined();
  });

  test('keeps a card of a caller who gave up, until it is dismissed', () => {
    const { calls, clock, table } = open();
    tellAll(calls, { id: 'a', at: clock.now() }, offered, { type: 'ended', reason: 'abandoned', after: 900 });
    expect(table().calls).toEqual({});
    expect(table().farewells['a']).toMatchObject({ kind: 'gaveUp' });
    calls.dismiss('a');
    expect(table().farewells).toEqual({});
  });

  test('of a call that was with us says why it ended, also when that was while we were away', () => {
    const { calls, clock, table } = open();
    const talking = [offered, { type: 'answered', by: mira, after: 20 }] as const;
    tellAll(calls, { id: 'a', at: clock.now() }, ...talking, { type: 'ended', reason: 'callerHungUp', after: 90 });
    tellAll(calls, { id: 'b', at: clock.now() }, ...talking);
    calls.accept(snapshotOf([], clock.now()));
    expect(table().farewells['a']).toMatchObject({ kind: 'ended', reason: 'callerHungUp', lane: 'withYou' });
    expect(table().farewells['b']).toMatchObject({ kind: 'ended', reason: 'unknown', lane: 'withYou' });
  });

  test('says nothing of calls that were a colleague’s business, or that were rejected here', () => {
    const { calls, clock, table } = open();
    tellAll(
      calls,
      { id: 'a', at: clock.now() },
      { type: 'offered', to: ana, after: 1 },
      { type: 'ended', reason: 'abandoned', after: 9 },
    );
    tellAll(calls, { id: 'b', at: clock.now() }, offered, { type: 'declined', consoleId: mira.consoleId, after: 20 });
    expect(table().farewells).toEqual({});
  });

  test('tells each change once, with the call before and after', () => {
    const { calls, clock, changes } = open();
    tellAll(calls, { id: 'a', at: clock.now() }, offered);
    expect(changes.map(({ before, after }) => [before?.state, after?.state])).toEqual([
      [undefined, 'queued'],
      ['queued', 'ringing'],
    ]);
  });

  test('leaves no timer behind when it is closed', () => {
    const { calls, clock, table } = open();
    tellAll(calls, { id: 'a', at: clock.now() }, offered, { type: 'ended', reason: 'abandoned', after: 900 });
    calls.close();
    clock.advance(60_000);
    expect(table().farewells['a']).toBeDefined();
  });
});

describe('what was missed', () => {
  /** Tells a story as it comes after a cut: first how far it goes, then each event. */
  const tellMissed = (
    calls: ReturnType<typeof open>['calls'],
    clock: FakeClock,
    ...[beginning, ...happenings]: Parameters<typeof tell>
  ) => {
    const frames = eventsOf(beginning, happenings).map((event) => frameOf(beginning.id, event));
    const last = frames.at(-1);
    const sequence = last?.type === 'event' ? last.event.sequence : 0;
    calls.accept({ type: 'resumed', sequence, now: clock.now() });
    return frames;
  };

  test('is one change for each call, once all of it is there: who gave up meanwhile never rings', () => {
    const { calls, clock, changes, table } = open();
    const story = [{ id: 'a', at: clock.now() }, offered, { type: 'ended', reason: 'abandoned', after: 90 }] as const;
    const frames = tellMissed(calls, clock, ...story);
    for (const frame of frames.slice(0, -1)) calls.accept(frame);
    expect([table().calls, changes]).toEqual([{}, []]);
    for (const frame of frames.slice(-1)) calls.accept(frame);
    expect(table().calls).toEqual({});
    expect(table().farewells).toEqual({});
    expect(changes.map(({ before, after }) => [before?.state, after?.state])).toEqual([[undefined, 'ended']]);
  });

  test('rings, if it still does', () => {
    const { calls, clock, changes, table } = open();
    for (const frame of tellMissed(calls, clock, { id: 'a', at: clock.now() }, offered)) calls.accept(frame);
    expect(table().calls['a']?.state).toBe('ringing');
    expect(changes).toHaveLength(1);
    tellAll(calls, { id: 'b', at: clock.now() });
    expect(changes).toHaveLength(2);
  });

  test('is added up with the next heartbeat if its last event was not for us', () => {
    const { calls, clock, table } = open();
    const frames = tellMissed(calls, clock, { id: 'a', at: clock.now() }, offered, { type: 'muted', after: 99 });
    for (const frame of frames.slice(0, -1)) calls.accept(frame);
    expect(table().calls).toEqual({});
    calls.accept({ type: 'heartbeat', now: clock.now() });
    expect(table().calls['a']?.state).toBe('ringing');
  });

  test('that the machine does not allow asks for a snapshot', () => {
    const { calls, clock, table, refreshes } = open();
    const frames = tellMissed(calls, clock, { id: 'a', at: clock.now() }, offered);
    for (const frame of frames.slice(1)) calls.accept(frame);
    expect(refreshes()).toBe(1);
    calls.accept(snapshotOf([tell({ id: 'a', at: clock.now() }, offered)], clock.now()));
    expect(table().calls['a']?.state).toBe('ringing');
  });

  test('nothing missed is nothing to wait for', () => {
    const { calls, clock, table } = open();
    tellAll(calls, { id: 'a', at: clock.now() });
    const [frame] = [frameOf('a', { type: 'ended', reason: 'abandoned', at: clock.now() })];
    const sequence = frame.type === 'event' ? frame.event.sequence - 1 : 0;
    calls.accept({ type: 'resumed', sequence, now: clock.now() });
    calls.accept(frame);
    expect(table().calls).toEqual({});
  });
});
