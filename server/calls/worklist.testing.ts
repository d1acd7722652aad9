import type { WorkItem } from '../../shared/worklist/worklist.ts';
import { openCallBoard } from './call-board.ts';
import type { TestReception } from './reception.testing.ts';
import { openWorklist } from './worklist.ts';

/** The worklist of a reception, and what is on it when all that was said has been followed. */
export async function followWorklist(rig: Pick<TestReception, 'desk' | 'stores' | 'telephony' | 'log'>) {
  const { calls, events, worklist: store } = rig.stores;
  const board = await openCallBoard({ calls, events, log: rig.log });
  const worklist = openWorklist(rig.desk, board);
  const items = async (): Promise<readonly WorkItem[]> => {
    await rig.telephony.settle();
    await worklist.settled();
    await worklist.settled();
    const found = await store.list({ limit: 10 });
    return found.ok ? found.value : [];
  };
  return {
    worklist,
    items,
    theItem: async (): Promise<WorkItem> => {
      const [item, another] = await items();
      if (item === undefined || another !== undefined) throw new Error('there is not exactly one entry');
      return item;
    },
  };
}
