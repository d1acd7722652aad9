import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StreamBody, StreamEvent } from '../../../shared/protocol/stream.ts';
import type { StoredCall } from '../../ports/stores.ts';
import { recorded } from '../contract/recording-samples.testing.ts';
import { after, arrived, ended, must, newId, newQueue, newSession, newUser, noted } from '../samples.testing.ts';
import { type OpenedSql, openSql } from '../testing/open-sql.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';

const down: StreamBody = { kind: 'phoneSystem', state: 'down' };
const unavailable = { ok: false, error: 'databaseUnavailable' };
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('the stores and a database in trouble', () => {
  let server: TestServer;
  let opened: OpenedSql[] = [];
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.stop());
  afterEach(async () => {
    for (const each of opened) await each.close();
    opened = [];
  });

  async function open(url: string): Promise<OpenedSql> {
    const database = await openSql(url);
    opened.push(database);
    return database;
  }

  /** Ends connections of one database; resolves to how many there were. */
  async function terminate(url: string, name: string): Promise<number> {
    const database = new URL(url).pathname.slice(1);
    const ended = await server.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = $2',
      [database, name],
    );
    return ended.length;
  }

  function hearing(database: OpenedSql): StreamEvent[] {
    const heard: StreamEvent[] = [];
    database.stores.events.subscribe((event) => heard.push(event));
    return heard;
  }

  it('hear of each other’s events in order, long ones too', async () => {
    const url = await server.createDatabase();
    const [ours, theirs] = [await open(url), await open(url)];
    const [heard, alsoHeard] = [hearing(ours), hearing(theirs)];
    const first = after(undefined, arrived(newId()));
    const long = noted(2, '猫'.repeat(4_000));
    must(await ours.stores.calls.append(first, arrived(first.call.id)));
    must(await theirs.stores.calls.append(after(first, long), long));
    const rest = await Promise.all(
      upTo(60).map((index) => (index % 2 ? ours : theirs).stores.events.append(down, index)),
    );
    expect(rest.every(({ ok }) => ok)).toBe(true);
    await vi.waitFor(() => expect(heard).toHaveLength(62), 10_000);
    await vi.waitFor(() => expect(alsoHeard).toHaveLength(62), 10_000);
    expect(heard.map(({ sequence }) => sequence)).toEqual(upTo(62));
    expect(alsoHeard).toEqual(heard);
    expect(heard[1]?.body).toEqual({ kind: 'call', callId: first.call.id, event: long });
  });

  it('lose and repeat no event when the connection that notifies is cut again and again', async () => {
    const url = await server.createDatabase();
    const [ours, theirs] = [await open(url), await open(url)];
    const heard = hearing(ours);
    for (const round of upTo(4)) {
      await vi.waitFor(async () => expect(await terminate(url, 'frontdesk events')).toBeGreaterThan(0), 10_000);
      for (const index of upTo(10)) must(await theirs.stores.events.append(down, round * 100 + index));
    }
    for (const index of upTo(10)) must(await ours.stores.events.append(down, index));
    await vi.waitFor(() => expect(heard).toHaveLength(50), 10_000);
    expect(heard.map(({ sequence }) => sequence)).toEqual(upTo(50));
    expect(must(await ours.stores.events.after(0, 100))).toEqual(heard);
  });

  it('store each event of a call once when connections are cut while it happens', async () => {
    const url = await server.createDatabase();
    const ours = await open(url);
    const heard = hearing(ours);
    let cut = 0;
    const enough = new AbortController();
    const cutter = (async () => {
      while (!enough.signal.aborted) cut += await terminate(url, 'frontdesk');
    })();

    /** Tells a story note by note, and repeats a note that was not stored. Nobody else tells it, so there is no conflict. */
    const tell = async (): Promise<StoredCall> => {
      const id = newId();
      let told = after(undefined, arrived(id));
      await vi.waitFor(async () => must(await ours.stores.calls.append(told, arrived(id))), 10_000);
      for (const index of upTo(20)) {
        const event = noted(index, `note ${index}`);
        const next = after(told, event);
        let again = false;
        await vi.waitFor(async () => {
          const attempt = { ...next, again };
          again = true;
          must(await ours.stores.calls.append(attempt, event));
        }, 10_000);
        told = next;
      }
      return told;
    };
    const calls = await Promise.all(upTo(8).map(tell));
    enough.abort();
    await cutter;
    for (const { call } of calls) {
      // The pool may still hold a connection that the last cut ended.
      const story = await vi.waitFor(async () => must(await ours.stores.calls.eventsOf(call.id)), 10_000);
      expect(story).toEqual([arrived(call.id), ...upTo(20).map((index) => noted(index, `note ${index}`))]);
    }
    await vi.waitFor(() => expect(heard).toHaveLength(8 * 21), 10_000);
    expect(heard.map(({ sequence }) => sequence)).toEqual(upTo(8 * 21));
    expect(cut).toBeGreaterThan(5);
  });

  it('save a queue wholly or not at all when connections are cut while it happens', async () => {
    const url = await server.createDatabase();
    const ours = await openSql(url);
    const people = [newUser(), newUser()] as const;
    for (const user of people) must(await ours.stores.users.create(user, 1));
    const enough = new AbortController();
    const cutter = (async () => {
      while (!enough.signal.aborted) await terminate(url, 'frontdesk');
    })();
    const members = (index: number): readonly string[] => (index % 2 === 0 ? [people[0].id] : [people[1].id]);
    for (const round of upTo(10)) {
      await Promise.all(
        upTo(4).map((index) =>
          ours.stores.directory.saveQueue(newQueue(`${round * index}`, { id: 'main' }), members(round * index)),
        ),
      );
    }
    enough.abort();
    await cutter;
    await vi.waitFor(async () => must(await ours.stores.directory.saveNumber('1', 'main')), 10_000);
    const saved = must(await ours.stores.directory.routeOf('1'));
    expect(must(await ours.stores.directory.membersOf('main'))).toEqual(members(Number(saved?.name)));
    const start = performance.now();
    await ours.close();
    expect(performance.now() - start).toBeLessThan(1_000); // every connection had been given back
  });

  it('answer that the database is away when a statement takes too long, and nothing is changed', async () => {
    const url = await server.createDatabase();
    const ours = await open(url);
    const first = after(undefined, arrived(newId()));
    const blocker = new Client({ connectionString: url });
    await blocker.connect();
    await blocker.query('begin; lock table calls in access exclusive mode');
    const start = performance.now();
    expect(await ours.stores.calls.append(first, arrived(first.call.id))).toEqual(unavailable);
    expect(performance.now() - start).toBeLessThan(3_000);
    await blocker.query('rollback');
    await blocker.end();
    expect(must(await ours.stores.calls.find(first.call.id))).toBeNull();
    expect(must(await ours.stores.calls.append(first, arrived(first.call.id))).sequence).toBe(1);
  });

  it('sweep away what nobody needs, and no call’s story', async () => {
    const url = await server.createDatabase();
    const ours = await open(url);
    const first = after(undefined, arrived(newId(), 1));
    must(await ours.stores.events.append(down, 1));
    must(await ours.stores.calls.append(first, arrived(first.call.id, 1)));
    must(await ours.stores.calls.append(after(first, ended(2)), ended(2)));
    must(await ours.stores.events.append(down, Date.now()));
    const user = must(await ours.stores.users.create(newUser(), 1));
    const session = newSession(user.id);
    must(await ours.stores.sessions.create(session, session.id));
    must(await ours.stores.sessions.end(session.id, 2));
    const recording = await recorded(ours.stores, { id: 'r'.repeat(32) });
    const share = { recordingId: recording.id, byUserId: user.id, createdAt: 1 };
    const later = Date.now() + 60_000;
    must(await ours.stores.recordings.share({ ...share, tokenHash: 'old', expiresAt: 2 }));
    must(await ours.stores.recordings.share({ ...share, tokenHash: 'new', expiresAt: later }));
    expect(must(await ours.sweep())).toBe(5); // the event of the recording is one of them
    expect(must(await ours.sweep())).toBe(0);
    const left = must(await ours.stores.events.after(0, 10));
    expect(left.map(({ sequence }) => sequence)).toEqual([2, 3, 4, 5]);
    expect(must(await ours.stores.events.head())).toBe(6);
    expect(must(await ours.stores.recordings.shareOf('new', 3))).toMatchObject(share);
    expect(must(await ours.stores.users.find(user.id))).toEqual(user);
  });

  it('answer a ping with the version, and after closing that it is away', async () => {
    const ours = await openSql(await server.createDatabase());
    expect(must(await ours.ping()).version).toMatch(/^\d+\.\d+/);
    await ours.close();
    expect(await ours.ping()).toEqual(unavailable);
    expect(await ours.stores.settings.get('x')).toEqual(unavailable);
  });
});
