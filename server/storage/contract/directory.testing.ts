import { describe, expect, it } from 'vitest';
import type { Queue, Stores } from '../../ports/stores.ts';
import { must, newId, newUser } from '../samples.testing.ts';
import { eachTest, type OpenSubject } from './subject.testing.ts';

const newQueue = (name: string): Queue => ({ id: newId(), name, answerWithinSeconds: 30 });
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
      await expect(directory.saveQueue({ ...renamed, name: 'X' }, [mira, newId()])).rejects.toThrow();
      expect(must(await directory.queues())).toEqual([renamed]);
      expect(must(await directory.membersOf(sales.id))).toEqual([ana]);
    });

    it('takes no number for a queue that does not exist', async () => {
      await expect(stores().directory.saveNumber('1', newId())).rejects.toThrow();
      expect(must(await stores().directory.numbers())).toEqual([]);
    });
  });
}
