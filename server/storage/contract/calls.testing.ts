import { describe, expect, it, vi } from 'vitest';
import type { CallEvent } from '../../../shared/call/call-event.ts';
import type { StreamEvent } from '../../../shared/protocol/stream.ts';
import type { StoredCall, Stores } from '../../ports/stores.ts';
import { after, agent, arrived, ended, ids, must, newId, noted } from '../samples.testing.ts';
import { eachTest, type OpenSubject } from './subject.testing.ts';

/** Appends events in turn; resolves to the call as it then is. */
async function store(stores: Stores, events: readonly CallEvent[], from?: StoredCall): Promise<StoredCall> {
  let stored = from;
  for (const event of events) {
    stored = after(stored, event);
    must(await stores.calls.append(stored, event));
  }
  if (!stored) throw new Error('no events');
  return stored;
}

export function callStoreContract(open: OpenSubject): void {
  describe('calls', () => {
    const { stores, reopened } = eachTest(open);

    it('stores what happened and what became of it, with a place in the stream', async () => {
      const { calls } = stores();
      const event = arrived(newId());
      const first = after(undefined, event);
      const published = must(await calls.append(first, event));
      expect(published).toEqual({ sequence: 1, at: 1_000, body: { kind: 'call', callId: event.id, event } });
      expect(must(await calls.find(event.id))).toEqual(first);
      expect(must(await calls.eventsOf(event.id))).toEqual([event]);
    });

    it('stores several things that happened at once, each with its version and place, or none of them', async () => {
      const { calls, events } = stores();
      const id = newId();
      const story = [arrived(id), { type: 'offered', at: 1_000, to: agent }] as const;
      const ringing = after(after(undefined, story[0]), story[1]);
      const heard: StreamEvent[] = [];
      const stop = events.subscribe((event) => heard.push(event));
      expect(must(await calls.append(ringing, ...story)).sequence).toBe(2);
      await vi.waitFor(() => expect(heard.map(({ sequence }) => sequence)).toEqual([1, 2]));
      stop();
      expect(must(await events.after(0, 10))).toEqual(heard);
      expect(must(await calls.eventsOf(id))).toEqual(story);
      expect(must(await calls.find(id))).toEqual(ringing);
      expect(await calls.append(ringing, ...story)).toEqual({ ok: false, error: 'conflict' });
      const late = [noted(1_001, 'a'), noted(1_002, 'b')] as const;
      expect(await calls.append(after(ringing, late[1]), ...late)).toEqual({ ok: false, error: 'conflict' });
      expect(must(await events.head())).toBe(2);
      must(await calls.append(after(after(ringing, late[0]), late[1]), ...late));
      expect(must(await calls.eventsOf(id))).toEqual([...story, ...late]);
    });

    it('knows nothing of a call that never was', async () => {
      expect(must(await stores().calls.find(newId()))).toBeNull();
      expect(must(await stores().calls.eventsOf(newId()))).toEqual([]);
    });

    it('tells the whole story of a call in order', async () => {
      const id = newId();
      const story: readonly CallEvent[] = [
        arrived(id),
        { type: 'offered', at: 1_001, to: agent },
        { type: 'answered', at: 1_002, by: agent },
        noted(1_003, 'calls back about the container'),
        { type: 'ended', at: 1_004, reason: 'weHungUp' },
      ];
      await store(stores(), [arrived(newId())]);
      const last = await store(stores(), story);
      expect(must(await stores().calls.eventsOf(id))).toEqual(story);
      expect(must(await stores().calls.find(id))).toEqual(last);
    });

    it('refuses a version that is not the next one, and changes nothing', async () => {
      const { calls, events } = stores();
      const first = await store(stores(), [arrived(newId())]);
      const second = after(first, noted(1_001, 'mine'));
      must(await calls.append(second, noted(1_001, 'mine')));
      const late = after(first, noted(1_001, 'theirs'));
      expect(await calls.append(late, noted(1_001, 'theirs'))).toEqual({ ok: false, error: 'conflict' });
      expect(await calls.append(first, arrived(first.call.id))).toEqual({ ok: false, error: 'conflict' });
      expect(await calls.append({ ...second, version: 5 }, noted(9, 'x'))).toEqual({ ok: false, error: 'conflict' });
      expect(must(await calls.find(first.call.id))).toEqual(second);
      expect(must(await calls.eventsOf(first.call.id))).toHaveLength(2);
      expect(must(await events.head())).toBe(2);
    });

    it('stores once what is appended again because nobody heard whether it was stored', async () => {
      const { calls, events } = stores();
      const id = newId();
      const story = [arrived(id), { type: 'offered', at: 1_000, to: agent }] as const;
      const ringing = after(after(undefined, story[0]), story[1]);
      const again = { ...ringing, again: true };
      const appended = must(await calls.append(again, ...story));
      const heard: StreamEvent[] = [];
      const stop = events.subscribe((event) => heard.push(event));
      expect(must(await calls.append(again, ...story))).toEqual(appended);
      const other = { ...story[1], at: 1_001 };
      expect(await calls.append(again, story[0], other)).toEqual({ ok: false, error: 'conflict' });
      const late = noted(1_002, 'later');
      const later = after(ringing, late);
      expect(await calls.append({ ...later, version: 5, again: true }, late)).toEqual({ ok: false, error: 'conflict' });
      must(await calls.append({ ...later, again: true }, late));
      expect(must(await calls.append(again, ...story))).toEqual(appended);
      expect(must(await calls.find(id))).toEqual(later);
      expect(must(await calls.eventsOf(id))).toEqual([...story, late]);
      await vi.waitFor(() => expect(heard.map(({ sequence }) => sequence)).toEqual([3]));
      stop();
    });

    it('refuses a later event of a call that was never stored', async () => {
      const first = after(undefined, arrived(newId()));
      const second = after(first, noted(1_001, 'x'));
      expect(await stores().calls.append(second, noted(1_001, 'x'))).toEqual({ ok: false, error: 'conflict' });
      expect(must(await stores().events.head())).toBe(0);
    });

    it('lets exactly one of many decide the next version', async () => {
      const { calls, events } = stores();
      const first = await store(stores(), [arrived(newId())]);
      const contenders = Array.from({ length: 12 }, (_, index) => noted(1_001, `contender ${index}`));
      const results = await Promise.all(contenders.map((event) => calls.append(after(first, event), event)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.filter((result) => !result.ok && result.error === 'conflict')).toHaveLength(11);
      expect(must(await events.head())).toBe(2);
      const winner = contenders[results.findIndex(({ ok }) => ok)];
      expect(must(await calls.eventsOf(first.call.id))[1]).toEqual(winner);
    });

    it('lists as live every call that has not ended', async () => {
      const early = await store(stores(), [arrived(newId(), 1_000)]);
      const over = await store(stores(), [arrived(newId(), 1_001), ended(1_002)]);
      const late = await store(stores(), [arrived(newId(), 1_003)]);
      expect(must(await stores().calls.live())).toEqual([early, late]);
      expect(over.call.state).toBe('ended');
    });

    it('pages through the latest calls, and splits none that arrived together', async () => {
      const { calls } = stores();
      const times = [1_000, 2_000, 3_000, 3_000, 4_000];
      for (const at of times) await store(stores(), [arrived(newId(), at)]);
      const page = must(await calls.recent({ limit: 2 }));
      expect(page.map(({ arrivedAt }) => arrivedAt)).toEqual([4_000, 3_000, 3_000]);
      const next = must(await calls.recent({ limit: 2, before: 3_000 }));
      expect(next.map(({ arrivedAt }) => arrivedAt)).toEqual([2_000, 1_000]);
      expect(must(await calls.recent({ limit: 2, before: 1_000 }))).toEqual([]);
      expect(new Set(ids([...page, ...next])).size).toBe(5);
    });

    it('keeps every state of a call as it is', async () => {
      const id = newId();
      const talking = [
        arrived(id),
        { type: 'offered', at: 2, to: agent },
        { type: 'answered', at: 3, by: agent },
      ] as const;
      const held = await store(stores(), [...talking, { type: 'heldByUs', at: 4 }]);
      expect(must(await stores().calls.find(id))).toEqual(held);
      const target = { address: '5550102', name: 'Service' };
      const consulting = await store(stores(), [{ type: 'consultStarted', at: 5, target }], held);
      expect(must(await stores().calls.find(id))).toEqual(consulting);
    });

    it('keeps text in any script, without what no database takes', async () => {
      const first = await store(stores(), [arrived(newId())]);
      const event = noted(1_001, 'Ærlig 猫 🐈 \u0000|\ud800|\\u0000 "quoted"');
      const published = must(await stores().calls.append(after(first, event), event));
      const note = 'Ærlig 猫 🐈 |\u{FFFD}|\\u0000 "quoted"';
      expect(published.body).toMatchObject({ event: { note } });
      expect(must(await stores().calls.find(first.call.id))?.call.note).toBe(note);
      expect(must(await stores().events.after(1, 10))).toEqual([published]);
    });

    it('still has everything when it is opened anew', async () => {
      const live = await store(stores(), [arrived(newId())]);
      const over = await store(stores(), [arrived(newId()), ended(1_001)]);
      const again = (await reopened()).stores;
      expect(must(await again.calls.live())).toEqual([live]);
      expect(must(await again.calls.find(over.call.id))).toEqual(over);
      expect(must(await again.events.head())).toBe(3);
      const next = after(live, ended(2_000));
      expect(must(await again.calls.append(next, ended(2_000))).sequence).toBe(4);
    });
  });
}
