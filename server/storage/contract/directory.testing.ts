import { describe, expect, it } from 'vitest';
import type { Stores } from '../../ports/stores.ts';
import { must, newId, newQueue, newUser } from '../samples.testing.ts';
import { eachTest, type OpenSubject } from './subject.testing.ts';

const member = async (stores: Stores): Promise<string> => must(await stores.users.create(newUser(), 1)).id;

export function directoryContract(open: OpenSubject): void {
  describe('directory', () => {
    const { stores, reopened } = eachTest(open);

    it('leads a number to its queue', async () => {
      const { directory } = stores();
      const sales = newQueue('Sales');
      must(await directory.saveQueue(sales, []));
      must(await directory.saveNumber('5550101', sales.id));
      expect(must(await directory.routeOf('5550101'))).toEqual(sales);
      expect(must(await directory.routeOf('555010'))).toBeNull();
      expect(must(await (await reopened()).stores.directory.routeOf('5550101'))).toEqual(sales);
    });

    it('lets a number lead elsewhere later', async () => {
      const { directory } = stores();
      const [sales, service] = [newQueue('Sales'), newQueue('Service')];
      for (const queue of [sales, service]) must(await directory.saveQueue(queue, []));
      for (const [number, queue] of [
        ['2', sales],
        ['1', sales],
        ['2', service],
      ] as const) {
        must(await directory.saveNumber(number, queue.id));
      }
      expect(must(await directory.routeOf('2'))).toEqual(service);
      expect(must(await directory.numbers())).toEqual([
        { number: '1', queueId: sales.id },
        { number: '2', queueId: service.id },
      ]);
    });

    it('knows who answers what, in the order they were given', async () => {
      const { directory } = stores();
      const people = [await member(stores()), await member(stores()), await member(stores())] as const;
      const [sales, main] = [newQueue('Sales'), newQueue('Main number')];
      must(await directory.saveQueue(sales, [people[2], people[0]]));
      must(await directory.saveQueue(main, people));
      expect(must(await directory.membersOf(sales.id))).toEqual([people[2], people[0]]);
      expect(must(await directory.membersOf(newId()))).toEqual([]);
      expect(must(await directory.queuesOf(people[0]))).toEqual([main, sales]);
      expect(must(await directory.queuesOf(people[1]))).toEqual([main]);
      expect(must(await directory.queuesOf(newId()))).toEqual([]);
      expect(must(await directory.queues())).toEqual([main, sales]);
    });

    it('changes a queue and its members together', async () => {
      const { directory } = stores();
      const [mira, ana] = [await member(stores()), await member(stores())];
      const sales = newQueue('Sales');
      must(await directory.saveQueue(sales, [mira]));
      const renamed = { ...sales, name: 'Booking', answerWithinSeconds: 45 };
      must(await directory.saveQueue(renamed, [ana, ana]));
      expect(must(await directory.queues())).toEqual([renamed]);
      expect(must(await directory.membersOf(sales.id))).toEqual([ana]);
      const stranger = await directory.saveQueue({ ...renamed, name: 'X' }, [mira, newId()]);
      expect(stranger).toEqual({ ok: false, error: 'noSuchUser' });
      expect(must(await directory.queues())).toEqual([renamed]);
      expect(must(await directory.membersOf(sales.id))).toEqual([ana]);
    });

    it('takes no number for a queue that does not exist', async () => {
      const { directory } = stores();
      expect(await directory.saveNumber('1', newId())).toEqual({ ok: false, error: 'noSuchQueue' });
      expect(must(await directory.numbers())).toEqual([]);
      const sales = newQueue('Sales');
      must(await directory.saveQueue(sales, []));
      must(await directory.saveNumber('1', sales.id));
      expect(await directory.saveNumber('1', newId())).toEqual({ ok: false, error: 'noSuchQueue' });
      expect(must(await directory.routeOf('1'))).toEqual(sales);
    });

    it('makes no queue for somebody who does not exist', async () => {
      const { directory } = stores();
      expect(await directory.saveQueue(newQueue('X'), [newId()])).toEqual({ ok: false, error: 'noSuchUser' });
      expect(must(await directory.queues())).toEqual([]);
    });

    it('lets a number lead nowhere again, and its queue stay', async () => {
      const { directory } = stores();
      const sales = newQueue('Sales');
      must(await directory.saveQueue(sales, []));
      must(await directory.saveNumber('1', sales.id));
      must(await directory.saveNumber('12', sales.id));
      expect(must(await directory.removeNumber('1'))).toBe(true);
      expect(must(await directory.removeNumber('1'))).toBe(false);
      expect(must(await directory.routeOf('1'))).toBeNull();
      expect(must(await directory.numbers())).toEqual([{ number: '12', queueId: sales.id }]);
      expect(must(await directory.queues())).toEqual([sales]);
      must(await directory.saveNumber('1', sales.id));
      expect(must(await directory.routeOf('1'))).toEqual(sales);
    });

    it('takes a queue away with its members; its numbers lead elsewhere, or nowhere', async () => {
      const { directory } = stores();
      const mira = await member(stores());
      const [sales, service] = [newQueue('Sales'), newQueue('Service')];
      must(await directory.saveQueue(sales, [mira]));
      must(await directory.saveQueue(service, []));
      for (const number of ['1', '12']) must(await directory.saveNumber(number, sales.id));
      for (const other of [newId(), sales.id])
        expect(await directory.removeQueue(sales.id, other)).toEqual({ ok: false, error: 'noSuchQueue' });
      expect(must(await directory.routeOf('12'))).toEqual(sales);
      expect(must(await directory.queuesOf(mira))).toEqual([sales]);

      expect(must(await directory.removeQueue(sales.id, service.id))).toBe(true);
      expect(must(await directory.queues())).toEqual([service]);
      expect(must(await directory.queuesOf(mira))).toEqual([]);
      expect(must(await directory.membersOf(sales.id))).toEqual([]);
      expect(must(await directory.routeOf('12'))).toEqual(service);
      expect(must(await directory.removeQueue(sales.id, null))).toBe(false);
      expect(must(await directory.removeQueue(service.id, null))).toBe(true);
      const nowhere = { queueId: null };
      expect(must(await directory.numbers())).toEqual([
        { number: '1', ...nowhere },
        { number: '12', ...nowhere },
      ]);
    });

    it('lets somebody answer other queues than before: they come last where they are new', async () => {
      const { directory } = stores();
      const [mira, ana] = [await member(stores()), await member(stores())];
      const [sales, service, night] = [newQueue('Sales'), newQueue('Service'), newQueue('Night')];
      must(await directory.saveQueue(sales, [mira, ana]));
      must(await directory.saveQueue(service, [ana]));
      must(await directory.saveQueue(night, []));
      must(await directory.setQueuesOf(mira, [service.id, service.id, night.id]));
      expect(must(await directory.queuesOf(mira))).toEqual([night, service]);
      expect(must(await directory.membersOf(sales.id))).toEqual([ana]);
      expect(must(await directory.membersOf(service.id))).toEqual([ana, mira]);
      must(await directory.setQueuesOf(ana, [service.id]));
      expect(must(await directory.membersOf(service.id))).toEqual([ana, mira]);
      const members = must(await directory.members());
      expect([members.get(service.id), members.get(night.id)]).toEqual([[ana, mira], [mira]]);
      must(await directory.setQueuesOf(mira, []));
      expect(must(await directory.queuesOf(mira))).toEqual([]);
    });

    it('changes nothing for a queue or somebody that does not exist', async () => {
      const { directory } = stores();
      const mira = await member(stores());
      const sales = newQueue('Sales');
      must(await directory.saveQueue(sales, [mira]));
      expect(await directory.setQueuesOf(mira, [newId()])).toEqual({ ok: false, error: 'noSuchQueue' });
      expect(await directory.setQueuesOf(newId(), [sales.id])).toEqual({ ok: false, error: 'noSuchUser' });
      expect(must(await directory.membersOf(sales.id))).toEqual([mira]);
    });

    it('keeps a number that leads nowhere', async () => {
      const { directory } = stores();
      must(await directory.saveNumber('1', null));
      expect(must(await directory.numbers())).toEqual([{ number: '1', queueId: null }]);
      expect(must(await directory.routeOf('1'))).toBeNull();
      const sales = newQueue('Sales');
      must(await directory.saveQueue(sales, []));
      must(await directory.saveNumber('1', sales.id));
      expect(must(await directory.routeOf('1'))).toEqual(sales);
    });

    it('keeps the days that are not as their weekday is', async () => {
      const { directory } = stores();
      const exceptions = [
        { from: '2026-12-24', to: '2026-12-26', spans: [] },
        { from: '2026-12-31', to: '2026-12-31', spans: [{ from: 540, to: 720 }] },
      ];
      const sales = newQueue('Sales', { exceptions });
      must(await directory.saveQueue(sales, []));
      expect(must(await directory.queues())).toEqual([sales]);
      must(await directory.saveQueue({ ...sales, exceptions: [] }, []));
      expect(must(await directory.queues())).toEqual([{ ...sales, exceptions: [] }]);
    });

    it('keeps when a queue is open, also always and never, and its time zone', async () => {
      const { directory } = stores();
      const openingHours = [
        { weekday: 1, from: 480, to: 720 },
        { weekday: 1, from: 750, to: 1_440 },
        { weekday: 7, from: 0, to: 1 },
      ];
      const sales = newQueue('Sales', { openingHours, timeZone: 'America/Argentina/Buenos_Aires' });
      must(await directory.saveQueue(sales, []));
      must(await directory.saveNumber('1', sales.id));
      for (const open of [openingHours, [], null, openingHours.slice(0, 1)]) {
        const queue = { ...sales, openingHours: open, timeZone: open ? sales.timeZone : 'Europe/Oslo' };
        must(await directory.saveQueue(queue, []));
        expect(must(await directory.routeOf('1'))).toEqual(queue);
        expect(must(await directory.queues())).toEqual([queue]);
      }
    });
  });
}
