import type { WorkItem } from '../../shared/worklist/worklist.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { attempts, type Store } from './change-work-item.ts';
import type { Desk } from './desk.ts';
import { amended, type InVain, joined } from './work-item.ts';

export type AddDesk = Store & Pick<Desk, 'calls' | 'ids'>;

/**
 * Somebody is to be called back: an entry of their own, or one they have already. Saying the same thing twice, also after a
 * restart and when others came between, is saying it once; who has been spoken to since is not called back.
 */
export async function addToWorklist(desk: AddDesk, given: InVain): Promise<Result<void, StoreFailure>> {
  const known = await withTimes(desk, given);
  if (!known.ok) return known;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const next = await nextOf(desk, known.value);
    if (!next.ok) return next;
    if (next.value === null) return ok();
    const kept = await desk.worklist.keep(next.value, desk.clock.now());
    if (kept.ok) return ok();
    if (kept.error !== 'conflict') return fail(kept.error);
  }
  desk.log.error({ callId: given.callId }, 'an entry of the worklist is changed over and over');
  return fail('databaseUnavailable');
}

/** When they called, and how long they had waited by the time that is known of. */
async function withTimes({ calls }: AddDesk, known: InVain): Promise<Result<InVain, StoreFailure>> {
  const found = await calls.find(known.callId);
  if (!found.ok) return found;
  if (found.value === null) return ok(known);
  const { arrivedAt } = found.value.call;
  const waitedMs = Math.max(known.waitedMs, known.missedAt - arrivedAt);
  return ok({ ...known, missedAt: arrivedAt, waitedMs });
}

/** The entry as it is to be kept; null: there is nothing to say. */
async function nextOf(desk: AddDesk, known: InVain): Promise<Result<WorkItem | null, StoreFailure>> {
  const { worklist, ids } = desk;
  const about = await worklist.ofCall(known.callId);
  if (!about.ok) return about;
  if (about.value !== null) return ok(about.value.done === null ? amended(about.value, known) : null);
  const { number } = known.caller;
  if (number !== null) {
    const open = await worklist.openOf(number, known.queue?.id ?? null);
    if (!open.ok) return open;
    const [item] = open.value;
    if (item !== undefined) return ok(item.missedAt > known.missedAt ? null : joined(item, known));
    const over = await isOver(desk, known, number);
    if (!over.ok) return over;
    if (over.value) return ok(null);
  }
  return ok({ ...known, id: ids.next(), version: 1, tries: 1, done: null });
}

/** Only of something found late: they have been dealt with since, or somebody has spoken to them. */
async function isOver(
  { worklist, calls }: AddDesk,
  known: InVain,
  number: string,
): Promise<Result<boolean, StoreFailure>> {
  const [entries, later] = await Promise.all([
    worklist.list({ search: number, done: true, limit: 20 }),
    calls.earlier({ number, exceptCallId: known.callId, limit: 10 }),
  ]);
  if (!entries.ok) return entries;
  if (!later.ok) return later;
  const isTheirs = ({ caller, queue }: WorkItem): boolean => caller.number === number && queue?.id === known.queue?.id;
  return ok(
    entries.value.some((entry) => isTheirs(entry) && entry.missedAt >= known.missedAt) ||
      later.value.some((call) => call.arrivedAt > known.missedAt && call.answeredAt !== null),
  );
}
