import type { RecordedPerson } from '../../shared/recording/recording.ts';
import type { WorkItem } from '../../shared/worklist/worklist.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { changeWorkItem, type Store } from './change-work-item.ts';

/** Somebody was faster. */
export type Owned = { readonly code: 'alreadyOwned'; readonly by: string };
export type OwnFailure = StoreFailure | 'noSuchWorkItem' | 'alreadyDone' | Owned;

type Wish = { readonly takeOver: boolean; readonly dueAt: number | null };

/** Somebody calls back, and everybody sees who. Of two at once the first keeps it, unless the other takes it over. */
export const ownWorkItem = (
  store: Store,
  itemId: string,
  by: RecordedPerson,
  { takeOver, dueAt }: Wish,
): Promise<Result<WorkItem, OwnFailure>> =>
  changeWorkItem<'alreadyDone' | Owned>(store, itemId, (item, at) => {
    if (item.done !== null) return fail('alreadyDone');
    const isTheirs = item.owner?.userId === by.userId;
    if (item.owner !== null && !isTheirs && !takeOver) return fail({ code: 'alreadyOwned', by: item.owner.name });
    if (isTheirs && (dueAt === null || dueAt === item.dueAt)) return ok(item);
    return ok({ ...item, owner: personOf(by), ownedAt: isTheirs ? item.ownedAt : at, dueAt: dueAt ?? item.dueAt });
  });

/** They do not after all; somebody else may. What the caller was promised stays. */
export const releaseWorkItem = (
  store: Store,
  itemId: string,
  by: RecordedPerson,
): Promise<Result<WorkItem, OwnFailure>> =>
  changeWorkItem<'alreadyDone' | Owned>(store, itemId, (item) => {
    if (item.done !== null) return fail('alreadyDone');
    if (item.owner === null) return ok(item);
    if (item.owner.userId !== by.userId) return fail({ code: 'alreadyOwned', by: item.owner.name });
    return ok({ ...item, owner: null, ownedAt: null });
  });

const personOf = ({ userId, name }: RecordedPerson): RecordedPerson => ({ userId, name });
