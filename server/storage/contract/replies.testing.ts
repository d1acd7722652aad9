import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../shared/reply/reply.ts';
import type { Stores } from '../../ports/stores.ts';
import { after, arrived, must, newId } from '../samples.testing.ts';
import { eachTest, type OpenSubject } from './subject.testing.ts';

const mira = { userId: 'u'.repeat(32), name: 'Mira Petrović' };

/** A reply to a call that is stored, too. */
async function sent(stores: Stores, changes: Partial<Reply> = {}): Promise<Reply> {
  const first = arrived(newId());
  must(await stores.calls.append(after(undefined, first), first));
  const reply: Reply = {
    id: newId(),
    version: 1,
    callId: first.id,
    queue: { id: 'main', name: 'Main number' },
    caller: { number: '+16505550119', name: 'Ana Kovač', withheld: false },
    by: mira,
    sentAt: 1_000,
    text: 'May I call you back in 10 minutes?',
    language: 'en',
    voice: 'rms',
    fellBack: false,
    messageMs: 2_500,
    answer: null,
    result: null,
    answeredAt: null,
    voicemail: null,
    handled: null,
    ...changes,
  };
  must(await stores.replies.keep(reply, reply.sentAt));
  return reply;
}

const urgent = (reply: Reply): Reply => ({
  ...reply,
  version: reply.version + 1,
  answer: 'urgent',
  result: { Sts: '0', Resp: '3', ExtNfo: '6505550184', Phn: '+16505550119', Nm: 'Ana Kovač' },
  answeredAt: 2_000,
});
const handled = (reply: Reply): Reply => ({ ...reply, version: reply.version + 1, handled: { at: 3_000, by: mira } });
const idsOf = (replies: readonly Reply[]): readonly string[] => replies.map(({ id }) => id);

export function replyStoreContract(open: OpenSubject): void {
  describe('replies', () => {
    const { stores, reopened } = eachTest(open);

    it('are kept as they are, told in the stream, and there when the database is opened anew', async () => {
      const reply = await sent(stores());
      const answered = urgent(reply);
      must(await stores().replies.keep(answered, 2_000));
      expect(must(await stores().replies.find(reply.id))).toEqual(answered);
      expect(must(await stores().replies.find(newId()))).toBeNull();
      const told = must(await stores().events.after(1, 10));
      expect(told.map(({ at, body }) => [at, body])).toEqual([
        [1_000, { kind: 'reply', reply }],
        [2_000, { kind: 'reply', reply: answered }],
      ]);
      expect(must(await (await reopened()).stores.replies.find(reply.id))).toEqual(answered);
    });

    it('are decided by one of many, and keeping the same twice is keeping it once', async () => {
      const reply = await sent(stores());
      const many = Array.from({ length: 8 }, (_, index) => ({ ...handled(reply), text: `by ${index}` }));
      const results = await Promise.all(many.map((one) => stores().replies.keep(one, 3_000)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const winner = many[results.findIndex(({ ok }) => ok)];
      if (winner === undefined) throw new Error('nobody won');
      expect(must(await stores().replies.find(reply.id))).toEqual(winner);
      must(await stores().replies.keep(winner, 3_000));
      expect(must(await stores().events.head())).toBe(3);
      expect(await stores().replies.keep({ ...reply, version: 5 }, 1)).toEqual({ ok: false, error: 'conflict' });
      expect(await stores().replies.keep({ ...reply, id: newId(), version: 2 }, 1)).toMatchObject({ ok: false });
    });

    it('are listed the latest first, by state, answer and who may see them', async () => {
      const old = await sent(stores(), { sentAt: 500, by: { userId: 'x', name: 'X' }, queue: null });
      const first = await sent(stores());
      const second = await sent(stores(), { sentAt: 1_001, queue: { id: 'sales', name: 'Sales' } });
      must(
        await stores()
          .replies.keep(handled(urgent(first)), 1)
          .then(() => stores().replies.keep(urgent(first), 1)),
      );
      must(await stores().replies.keep(handled(urgent(first)), 1));
      const list = async (query: object) => idsOf(must(await stores().replies.list({ limit: 10, ...query })));
      expect(await list({})).toEqual([second.id, first.id, old.id]);
      expect(await list({ limit: 1 })).toEqual([second.id]);
      expect(await list({ before: 1_000 })).toEqual([old.id]);
      expect(await list({ handled: true })).toEqual([first.id]);
      expect(await list({ handled: false })).toEqual([second.id, old.id]);
      expect(await list({ answer: 'urgent' })).toEqual([first.id]);
      expect(await list({ seenBy: { userId: 'x', queueIds: ['sales'] } })).toEqual([second.id, old.id]);
      expect(await list({ seenBy: { userId: 'nobody', queueIds: [] } })).toEqual([]);
      expect(must(await stores().replies.count({ handled: false }))).toBe(2);
      expect(must(await stores().replies.count({ answered: true }))).toBe(1);
      expect(await list({ answered: false })).toEqual([second.id, old.id]);
      expect(idsOf(must(await stores().replies.unfinished())).toSorted()).toEqual([second.id, old.id].toSorted());
    });

    it('are listed without those of one answer, and of one person alone', async () => {
      const pending = await sent(stores());
      const hungUp = await sent(stores(), { sentAt: 1_001, answer: 'none' });
      const yes = await sent(stores(), { sentAt: 1_002, answer: 'yes', by: { userId: 'x', name: 'X' } });
      const list = async (query: object) => idsOf(must(await stores().replies.list({ limit: 10, ...query })));
      expect(await list({ without: 'none' })).toEqual([yes.id, pending.id]);
      expect(await list({ sentBy: mira.userId })).toEqual([hungUp.id, pending.id]);
      expect(await list({ sentBy: mira.userId, without: 'none' })).toEqual([pending.id]);
      expect(await list({ sentBy: 'x', seenBy: { userId: mira.userId, queueIds: [] } })).toEqual([]);
      expect(must(await stores().replies.count({ answered: true, without: 'none' }))).toBe(1);
    });

    it('are found by name, number and text', async () => {
      const reply = urgent(await sent(stores()));
      must(await stores().replies.keep(reply, 2_000));
      await sent(stores(), { caller: { number: null, name: null, withheld: true }, text: '100 % _ \\ ÅSE' });
      const found = async (search: string) => must(await stores().replies.list({ limit: 10, search })).length;
      expect(await found('kovač')).toBe(1);
      expect(await found(' KOVAČ ')).toBe(1);
      expect(await found('+1 (650) 555-01 19')).toBe(1);
      expect(await found('650 555 0184')).toBe(1);
      expect(await found('10 minutes')).toBe(1);
      expect(await found('åse')).toBe(1);
      expect(await found('% _ \\')).toBe(1);
      expect(await found('%x')).toBe(0);
      expect(await found('petrović')).toBe(2);
      expect(await found('')).toBe(2);
    });
  });
}
