import type { Recording } from '../../../shared/recording/recording.ts';
import type { WorkItem } from '../../../shared/worklist/worklist.ts';
import { fail, ok } from '../../../shared/result.ts';
import { exampleHistory } from './example-history.ts';
import { exampleRecordings } from './example-recordings.ts';
import type { FakeServer } from './fake-server.ts';

export type FakeWorklist = { items: readonly WorkItem[] };

type Options = {
  readonly now: () => number;
  /** Who is signed in. */
  readonly me: { readonly userId: string; readonly name: string };
  /** What has become of an entry: the real server says so in its stream. */
  readonly tell?: (item: WorkItem) => void;
};

/** A server that keeps `world` as its receptionists want it, by the rules of the real one as far as pages can tell. */
export function keepWorklist(world: FakeWorklist, { now, me, tell }: Options): FakeServer['handlers'] {
  const change = (id: string, to: (item: WorkItem) => Partial<WorkItem>) => {
    const before = world.items.find((item) => item.id === id);
    if (before === undefined) return fail({ code: 'noSuchWorkItem' } as const);
    const item = { ...before, ...to(before), version: before.version + 1 };
    world.items = world.items.map((one) => (one.id === id ? item : one));
    tell?.(item);
    return ok(item);
  };
  const open = () => world.items.filter(({ done }) => done === null);
  const mine = () => open().filter(({ owner }) => owner?.userId === me.userId);
  const doneToday = () => world.items.filter(({ done }) => done !== null);
  return {
    worklist: ({ query: { view = 'open', search = '', queueId } }) => {
      const views = { open, mine, doneToday };
      const items = views[view]().filter(
        ({ caller, queue }) =>
          (queueId === undefined || queue?.id === queueId) &&
          `${caller.name} ${caller.number}`.toLowerCase().includes(search.toLowerCase()),
      );
      return ok({
        items,
        counts: { open: open().length, mine: mine().length, doneToday: doneToday().length },
      });
    },
    ownWorkItem: ({ params: { id }, body: { takeOver = false, dueAt = null } }) => {
      const owner = world.items.find((item) => item.id === id)?.owner ?? null;
      if (owner !== null && owner.userId !== me.userId && !takeOver) return fail({ code: 'alreadyOwned' });
      return change(id, (item) => ({ owner: me, ownedAt: now(), dueAt: dueAt ?? item.dueAt }));
    },
    releaseWorkItem: ({ params: { id } }) => change(id, () => ({ owner: null, ownedAt: null })),
    finishWorkItem: ({ params: { id }, body: { done = true } }) =>
      change(id, () => ({ done: done ? { at: now(), by: me, how: 'marked' } : null })),
  };
}

/** The calls of the examples and their stories. */
export function keepHistory(now: () => number): FakeServer['handlers'] {
  return {
    calls: () => {
      const calls = exampleHistory(now()).map(({ call }) => call);
      return ok({ calls, total: calls.length });
    },
    call: ({ params: { id } }) => {
      const told = exampleHistory(now()).find(({ call }) => call.id === id);
      if (told === undefined) return fail({ code: 'noSuchCall' });
      const isTalk = told.call.answeredAt !== null;
      const sound = {
        consoleId: 'console-mira',
        at: now(),
        lost: 0.004,
        jitterMs: 6,
        roundTripMs: 31,
        oneWaySeconds: 0,
      };
      const isTheirs = ({ caller }: Recording): boolean => caller.number === told.call.caller.number;
      const recordings = isTalk ? exampleRecordings(now()).filter(isTheirs) : [];
      return ok({ ...told, quality: isTalk ? [sound] : [], recordings, replies: [] });
    },
  };
}
