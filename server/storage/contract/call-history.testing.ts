import { describe, expect, it } from 'vitest';
import type { CallEvent, CallEventOf } from '../../../shared/call/call-event.ts';
import type { CallQuery } from '../../ports/call-query.ts';
import type { Stores } from '../../ports/stores.ts';
import { endedSo } from '../ending-of-call.ts';
import { after, arrived, ended, ids, must, newId } from '../samples.testing.ts';
import { eachTest, type OpenSubject } from './subject.testing.ts';

const quality = { consoleId: 'c'.repeat(32), lost: 0.0125, jitterMs: 4.5, roundTripMs: null, oneWaySeconds: 0.25 };

function from(number: string | null, at: number): CallEventOf<'arrived'> {
  const event = arrived(newId(), at);
  return { ...event, caller: { ...event.caller, number, withheld: number === null } };
}

/** Stores a call of one event and, when it is over, another; resolves to its id. */
async function call(stores: Stores, first: CallEventOf<'arrived'>, last?: CallEvent): Promise<string> {
  const stored = after(undefined, first);
  must(await stores.calls.append(stored, first));
  if (last) must(await stores.calls.append(after(stored, last), last));
  return first.id;
}

export function callHistoryContract(open: OpenSubject): void {
  describe('the history of calls', () => {
    const { stores, reopened } = eachTest(open);

    it('has the earlier calls of a number, the latest first, and not the call in question', async () => {
      const { calls } = stores();
      const second = await call(stores(), from('+4722334455', 2_000), ended(2_500));
      const first = await call(stores(), from('+4722334455', 1_000), ended(1_500));
      const live = await call(stores(), from('+4722334455', 3_000));
      await call(stores(), from('+472233445', 3_001), ended(3_002));
      await call(stores(), from('22334455', 3_003));
      await call(stores(), from(null, 3_004));
      const present = await call(stores(), from('+4722334455', 4_000));
      const theirs = { number: '+4722334455', exceptCallId: present };
      const found = must(await calls.earlier({ ...theirs, limit: 10 }));
      expect(ids(found)).toEqual([live, second, first]);
      expect(found[1]).toEqual(must(await calls.find(second))?.call);
      expect(ids(must(await calls.earlier({ ...theirs, limit: 2 })))).toEqual([live, second]);
      const again = (await reopened()).stores.calls;
      const except = { number: '+4722334455', exceptCallId: second, limit: 10 };
      expect(ids(must(await again.earlier(except)))).toEqual([present, live, first]);
    });

    it('is a list that is filtered before it is cut into pages, and counted', async () => {
      const { calls } = stores();
      const at = (number: string, time: number, queue: string) => {
        const event = from(number, time);
        return {
          ...event,
          queue: { id: queue, name: `Line ${queue}` },
          caller: { ...event.caller, name: 'Åse Ødegård' },
        };
      };
      const first = await call(stores(), at('+4722334455', 1_000, 'a'), ended(1_500));
      const second = await call(stores(), at('+4722334466', 2_000, 'b'), ended(2_500));
      const third = await call(stores(), at('+4799', 3_000, 'a'));
      const twin = await call(stores(), at('+4788', 3_000, 'a'));
      const list = async (query: CallQuery, limit = 10, offset = 0) => {
        const found = must(await calls.list(query, { limit, offset }));
        return { ids: ids(found.calls).toSorted(), total: found.total };
      };
      const several = (...some: readonly string[]) => some.toSorted();
      expect(await list({})).toEqual({ ids: several(third, twin, second, first), total: 4 });
      expect(await list({}, 1)).toEqual({ ids: several(third, twin), total: 4 });
      expect(await list({}, 1, 2)).toEqual({ ids: [second], total: 4 });
      expect(await list({ search: '22 33 44' })).toEqual({ ids: several(second, first), total: 2 });
      expect(await list({ search: 'ødeg' }, 10, 3)).toEqual({ ids: [first], total: 4 });
      expect(await list({ search: '%' })).toEqual({ ids: [], total: 0 });
      expect(await list({ queueId: 'b' })).toEqual({ ids: [second], total: 1 });
      expect(await list({ from: 2_000, to: 3_000 })).toEqual({ ids: [second], total: 1 });
      expect(await list({ ending: 'live' })).toEqual({ ids: several(third, twin), total: 2 });
      expect(await list({ ending: 'answered' })).toEqual({ ids: [], total: 0 });
      expect(await list({ direction: 'outbound' })).toEqual({ ids: [], total: 0 });
      expect(await list({ seenBy: { userId: 'nobody', queueIds: ['b'] } })).toEqual({ ids: [second], total: 1 });
      expect(await list({ seenBy: { userId: 'nobody', queueIds: [] } })).toEqual({ ids: [], total: 0 });
      for (const ending of ['missed', 'abandoned', 'voicemail', 'replied', 'notReached'] as const) {
        const { total } = await list({ ending });
        const those = must(await calls.list({}, { limit: 10, offset: 0 })).calls.filter((one) => endedSo(one, ending));
        expect(total).toBe(those.length);
      }
    });

    it('has none of a number that never called', async () => {
      const { calls } = stores();
      const only = await call(stores(), from('+4722334455', 1_000));
      expect(must(await calls.earlier({ number: '+4722334455', exceptCallId: only, limit: 10 }))).toEqual([]);
      for (const number of ['', '4722334455', '\u0000', '%']) {
        expect(must(await calls.earlier({ number, exceptCallId: newId(), limit: 10 }))).toEqual([]);
      }
    });

    it('takes what a browser measured, again and again, and ignores it for a call that never was', async () => {
      const { calls } = stores();
      const id = await call(stores(), from('+4722334455', 1_000));
      must(await calls.keepQuality(id, quality, 1_001));
      must(await calls.keepQuality(id, { ...quality, roundTripMs: 80.25 }, 1_001));
      must(await calls.keepQuality(id, { ...quality, lost: 1 }, 1_002));
      must(await calls.keepQuality(newId(), quality, 1_003));
      expect(must(await calls.find(id))?.version).toBe(1);
      const kept = [
        { ...quality, at: 1_001 },
        { ...quality, lost: 1, at: 1_002 },
      ];
      expect(must(await calls.qualityOf(id))).toEqual(kept);
      expect(must(await (await reopened()).stores.calls.qualityOf(id))).toEqual(kept);
      expect(must(await calls.qualityOf(newId()))).toEqual([]);
    });
  });
}
