import { describe, expect, it } from 'vitest';
import type { WorkItem } from '../../../shared/worklist/worklist.ts';
import type { Stores } from '../../ports/stores.ts';
import type { WorklistQuery } from '../../ports/worklist-store.ts';
import { must, newId } from '../samples.testing.ts';
import { mira } from './recording-samples.testing.ts';
import { eachTest, type OpenSubject } from './subject.testing.ts';

const ana = { number: '+16505550119', name: 'Ana Kovač', withheld: false };
const sales = { id: 'sales', name: 'Sales' };

function newItem(changes: Partial<WorkItem> = {}): WorkItem {
  return {
    id: newId(),
    version: 1,
    callId: newId(),
    queue: { id: 'main', name: 'Main number' },
    caller: ana,
    missedAt: 1_000,
    waitedMs: 20_000,
    tries: 1,
    what: 'abandoned',
    replyId: null,
    recordingId: null,
    callBackOn: '+16505550119',
    owner: null,
    ownedAt: null,
    dueAt: null,
    done: null,
    ...changes,
  };
}

const next = (item: WorkItem, changes: Partial<WorkItem>): WorkItem => ({
  ...item,
  version: item.version + 1,
  ...changes,
});
const done = (item: WorkItem, at = 3_000): WorkItem => next(item, { done: { at, by: mira, how: 'spoken' } });
const idsOf = (items: readonly WorkItem[]): readonly string[] => items.map(({ id }) => id);
const conflict = { ok: false, error: 'conflict' };

async function kept(stores: Stores, changes: Partial<WorkItem> = {}): Promise<WorkItem> {
  const item = newItem(changes);
  must(await stores.worklist.keep(item, item.missedAt));
  return item;
}

export function worklistContract(open: OpenSubject): void {
  describe('the worklist', () => {
    const { stores, reopened } = eachTest(open);

    it('keeps entries as they are, tells them in the stream, and has them when the database is opened anew', async () => {
      const item = await kept(stores());
      const owned = next(item, { owner: mira, ownedAt: 2_000, tries: 2 });
      must(await stores().worklist.keep(owned, 2_000));
      expect(must(await stores().worklist.find(item.id))).toEqual(owned);
      expect(must(await stores().worklist.find(newId()))).toBeNull();
      expect(must(await stores().events.after(0, 10)).map(({ at, body }) => [at, body])).toEqual([
        [1_000, { kind: 'workItem', item }],
        [2_000, { kind: 'workItem', item: owned }],
      ]);
      expect(must(await (await reopened()).stores.worklist.find(item.id))).toEqual(owned);
    });

    it('is decided by one of many, and keeping the same twice is keeping it once', async () => {
      const item = await kept(stores());
      const many = Array.from({ length: 8 }, (_, index) => next(item, { owner: { userId: `${index}`, name: 'X' } }));
      const results = await Promise.all(many.map((one) => stores().worklist.keep(one, 3_000)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const winner = many[results.findIndex(({ ok }) => ok)];
      if (winner === undefined) throw new Error('nobody won');
      must(await stores().worklist.keep(winner, 3_000));
      expect(must(await stores().worklist.find(item.id))).toEqual(winner);
      expect(must(await stores().events.head())).toBe(2);
      expect(await stores().worklist.keep({ ...item, version: 5 }, 1)).toEqual(conflict);
      expect(await stores().worklist.keep(newItem({ version: 2 }), 1)).toEqual(conflict);
    });

    it('has one open entry a number and queue, also when many come at once or a done one is opened again', async () => {
      const many = Array.from({ length: 8 }, () => newItem());
      const results = await Promise.all(many.map((one) => stores().worklist.keep(one, 1)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const [first] = must(await stores().worklist.openOf('+16505550119'));
      if (first === undefined) throw new Error('nobody won');
      must(await stores().worklist.keep(done(first), 3_000));
      const second = await kept(stores());
      expect(await stores().worklist.keep({ ...first, version: 3 }, 1)).toEqual(conflict);
      expect(must(await stores().worklist.find(first.id))).toEqual(done(first));
      const elsewhere = await kept(stores(), { queue: sales, missedAt: 2_000 });
      const nowhere = await kept(stores(), { queue: null, missedAt: 3_000 });
      expect(await stores().worklist.keep(newItem({ queue: null }), 1)).toEqual(conflict);
      const withheld = { number: null, name: null, withheld: true };
      for (const callBackOn of [null, null]) await kept(stores(), { caller: withheld, callBackOn });
      const openOf = async (...of: Parameters<Stores['worklist']['openOf']>) =>
        idsOf(must(await stores().worklist.openOf(...of)));
      expect(await openOf('+16505550119')).toEqual([nowhere.id, elsewhere.id, second.id]);
      expect(await openOf('+16505550119', 'main')).toEqual([second.id]);
      expect(await openOf('+16505550119', null)).toEqual([nowhere.id]);
      expect(await openOf('+16505550118')).toEqual([]);
      expect(must(await stores().worklist.ofCall(elsewhere.callId))?.id).toBe(elsewhere.id);
      expect(must(await stores().worklist.ofCall(newId()))).toBeNull();
    });

    it('is listed the latest first, by state, owner, queue, words and who may see it', async () => {
      const first = await kept(stores());
      const second = await kept(stores(), {
        missedAt: 2_000,
        queue: sales,
        owner: mira,
        callBackOn: '+4722334455',
        caller: { number: '+4799887766', name: 'Per_Ås', withheld: false },
      });
      const third = await kept(stores(), { missedAt: 3_000, queue: null });
      must(await stores().worklist.keep(done(third, 4_000), 4_000));
      const expected: readonly (readonly [WorklistQuery, readonly WorkItem[]])[] = [
        [{}, [third, second, first]],
        [{ done: false }, [second, first]],
        [{ done: true }, [third]],
        [{ doneSince: 4_000 }, [third]],
        [{ doneSince: 4_001 }, []],
        [{ ownerUserId: mira.userId }, [second]],
        [{ queueId: 'main' }, [first]],
        [{ search: ' KOVAČ' }, [third, first]],
        [{ search: '22 33 44' }, [second]],
        [{ search: 'r_å' }, [second]],
        [{ search: 'a_a' }, []],
        [{ search: 'petrović' }, [second]],
        [{ seenBy: { userId: mira.userId, queueIds: ['main'] } }, [second, first]],
        [{ seenBy: { userId: 'nobody', queueIds: [] } }, []],
      ];
      for (const [query, wanted] of expected) {
        const listed = idsOf(must(await stores().worklist.list({ ...query, limit: 10 })));
        const count = must(await stores().worklist.count(query));
        expect([query, listed, count]).toEqual([query, idsOf(wanted), wanted.length]);
      }
      expect(idsOf(must(await stores().worklist.list({ limit: 1 })))).toEqual([third.id]);
    });
  });
}
