import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { StreamEvent } from '../../../shared/protocol/stream.ts';
import { fail, ok } from '../../../shared/result.ts';
import { type HandClock, handClock } from '../testing/hand-clock.ts';
import { keptLog, type LogLine } from '../testing/kept-log.ts';
import { EventFeed } from './event-feed.ts';
import { parseNotification } from './notification.ts';
import type { EventPage } from './read-events.ts';

const event = (sequence: number): StreamEvent => ({
  sequence,
  at: sequence,
  body: { kind: 'phoneSystem', state: 'down' },
});
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

type Bench = {
  readonly feed: EventFeed;
  readonly clock: HandClock;
  readonly lines: readonly LogLine[];
  readonly heard: number[];
  /** What is in the database; `away` makes reading fail. */
  readonly database: { events: readonly StreamEvent[]; away: boolean; reads: number };
};

function bench(): Bench {
  const clock = handClock();
  const { log, lines } = keptLog();
  const database = { events: [] as readonly StreamEvent[], away: false, reads: 0 };
  const read = (after: number, limit: number) => {
    database.reads += 1;
    const events = database.events.filter(({ sequence }) => sequence > after).slice(0, limit);
    const page: EventPage = { events, last: events.at(-1)?.sequence ?? after, full: events.length === limit };
    return Promise.resolve(database.away ? fail('databaseUnavailable' as const) : ok(page));
  };
  const feed = new EventFeed({ read, clock, log });
  const heard: number[] = [];
  feed.subscribe(({ sequence }) => heard.push(sequence));
  return { feed, clock, lines, heard, database };
}

describe('the feed of events', () => {
  it('tells the next event at once, and none twice', () => {
    const { feed, heard, database } = bench();
    for (const sequence of [1, 2, 1, 2, 3]) feed.offer(event(sequence));
    expect(heard).toEqual([1, 2, 3]);
    expect(database.reads).toBe(0);
  });

  it('begins after the number it is told', () => {
    const { feed, heard } = bench();
    feed.startAfter(7);
    for (const sequence of [6, 7, 8]) feed.offer(event(sequence));
    expect(heard).toEqual([8]);
  });

  it('keeps one that came early until its predecessors have come', () => {
    const { feed, heard, database, clock } = bench();
    for (const sequence of [3, 2, 1]) feed.offer(event(sequence));
    expect(heard).toEqual([1, 2, 3]);
    clock.advance(1_000);
    expect(database.reads).toBe(0);
  });

  it('fetches predecessors that do not come by themselves', async () => {
    const { feed, heard, database, clock } = bench();
    database.events = upTo(3).map(event);
    feed.offer(event(3));
    expect(heard).toEqual([]);
    clock.advance(25);
    await vi.waitFor(() => expect(heard).toEqual([1, 2, 3]));
    feed.offer(event(2));
    expect(heard).toEqual([1, 2, 3]);
  });

  it('fetches page by page', async () => {
    const { feed, heard, database } = bench();
    database.events = upTo(1_234).map(event);
    feed.hint(1_234);
    await vi.waitFor(() => expect(heard).toEqual(upTo(1_234)));
    expect(database.reads).toBe(3);
  });

  it('does not wait for a number that has been swept', async () => {
    const { feed, heard, database } = bench();
    database.events = [event(2), event(5)];
    feed.hint(5);
    await vi.waitFor(() => expect(heard).toEqual([2, 5]));
    feed.offer(event(6));
    expect(heard).toEqual([2, 5, 6]);
  });

  it('tries again when the database is away', async () => {
    const { feed, heard, database, clock } = bench();
    database.events = upTo(2).map(event);
    database.away = true;
    feed.hint(2);
    await vi.waitFor(() => expect(database.reads).toBe(1));
    await Promise.resolve();
    database.away = false;
    clock.advance(1_000);
    await vi.waitFor(() => expect(heard).toEqual([1, 2]));
  });

  it('goes on from a database that is older than it was, and says so', async () => {
    const { feed, heard, lines } = bench();
    feed.startAfter(10);
    await feed.check(() => Promise.resolve(4));
    feed.offer(event(5));
    expect(heard).toEqual([5]);
    expect(lines).toEqual([expect.objectContaining({ level: 'error', fields: { head: 4, told: 10 } })]);
  });

  it('is not misled by an answer that is older than what it has told since', async () => {
    const { feed, heard } = bench();
    feed.offer(event(1));
    await feed.check(() => {
      feed.offer(event(2));
      return Promise.resolve(1);
    });
    feed.offer(event(2));
    expect(heard).toEqual([1, 2]);
  });

  it('goes on when a listener throws, and logs it', () => {
    const { feed, heard, lines } = bench();
    feed.subscribe(() => {
      throw new Error('a bug');
    });
    const late: number[] = [];
    feed.subscribe(({ sequence }) => late.push(sequence));
    feed.offer(event(1));
    feed.offer(event(2));
    expect([heard, late]).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(lines.map(({ level }) => level)).toEqual(['error', 'error']);
  });

  it('tells nothing after it is closed', async () => {
    const { feed, heard, database } = bench();
    database.events = upTo(2).map(event);
    feed.hint(2);
    feed.close();
    feed.offer(event(1));
    await Promise.resolve();
    expect(heard).toEqual([]);
  });

  it('tells everything once and in order, in whatever order and however often it comes', async () => {
    const arrivals = fc.array(fc.record({ sequence: fc.integer({ min: 1, max: 30 }), known: fc.boolean() }), {
      maxLength: 80,
    });
    await fc.assert(
      fc.asyncProperty(arrivals, async (all) => {
        const { feed, heard, database, clock } = bench();
        database.events = upTo(30).map(event);
        for (const { sequence, known } of all) {
          if (known) feed.offer(event(sequence));
          else feed.hint(sequence);
        }
        clock.advance(25);
        feed.hint(30);
        await vi.waitFor(() => expect(heard).toEqual(upTo(30)), { interval: 1 });
      }),
      { numRuns: 50 },
    );
  });
});

describe('a notification', () => {
  it('is an event, or the number of one', () => {
    expect(parseNotification(JSON.stringify(event(3)))).toEqual({ event: event(3) });
    expect(parseNotification('17')).toEqual({ sequence: 17 });
  });

  it('of a kind that only a newer server knows still has a number', () => {
    expect(parseNotification('{"sequence":4,"at":1,"body":{"kind":"weather"}}')).toEqual({ sequence: 4 });
  });

  it('that is neither is none', () => {
    for (const payload of ['', 'x', '{}', '"4"', '[]']) expect(parseNotification(payload)).toBeUndefined();
  });
});
