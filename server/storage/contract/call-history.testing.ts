import { describe, expect, it } from 'vitest';
import type { CallEvent, CallEventOf } from '../../../shared/call/call-event.ts';
import type { Stores } from '../../ports/stores.ts';
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
