import type { WorkItem } from '../../shared/worklist/worklist.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import type { Desk } from './desk.ts';

/** Others may change the same entry in the same instant, but not for ever. */
export const attempts = 5;

export type Store = Pick<Desk, 'worklist' | 'clock' | 'log'>;

/**
 * Changes an entry as it is stored now. `change` answers the next version, the entry itself where nothing is to be done, or why it
 * cannot be; it is asked again when somebody else was faster.
 */
export async function changeWorkItem<Failure>(
  { worklist, clock, log }: Store,
  itemId: string,
  change: (item: WorkItem, at: number) => Result<WorkItem, Failure>,
): Promise<Result<WorkItem, Failure | StoreFailure | 'noSuchWorkItem'>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await worklist.find(itemId);
    if (!found.ok) return found;
    if (found.value === null) return fail('noSuchWorkItem');
    const at = clock.now();
    const changed = change(found.value, at);
    if (!changed.ok || changed.value === found.value) return changed;
    const next = { ...changed.value, version: found.value.version + 1 };
    const kept = await worklist.keep(next, at);
    if (kept.ok) return ok(next);
    if (kept.error !== 'conflict') return fail(kept.error);
  }
  log.error({ itemId }, 'an entry of the worklist is changed over and over');
  return fail('databaseUnavailable');
}
