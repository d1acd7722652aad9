import { localTimeOf } from '../../shared/opening-hours/local-time.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { WorkItem } from '../../shared/worklist/worklist.ts';
import type { SignedIn } from '../accounts/sign-in.ts';
import { finishWorkItem, reopenWorkItem } from '../calls/finish-work-item.ts';
import { maySeeWorkItem } from '../calls/may-see-work-item.ts';
import { type OwnFailure, ownWorkItem, releaseWorkItem } from '../calls/own-work-item.ts';
import type { Queue, Stored, StoreFailure } from '../ports/stores.ts';
import type { WorklistQuery, WorklistStore } from '../ports/worklist-store.ts';
import { agentOf, viewerOf } from './call-routes.ts';
import type { HttpParts } from './http-parts.ts';
import type { Refusal, Serve } from './serve.ts';

/** Who is to be called back, and who does it. */
export function worklistRoutes(serve: Serve, parts: HttpParts): void {
  const { replying: desk } = parts;

  serve.signedIn('worklist', 'signedIn', async ({ query, by }) => {
    const views = await viewsOf(parts, by);
    if (!views.ok) return views;
    const { view, search, queueId, limit } = query;
    const wanted = {
      ...views.value[view],
      ...(search !== undefined && { search }),
      ...(queueId !== undefined && { queueId }),
    };
    const [items, counts] = await Promise.all([
      desk.worklist.list({ ...wanted, limit }),
      countsOf(desk.worklist, views.value),
    ]);
    if (!items.ok) return items;
    return counts.ok ? ok({ items: items.value, counts: counts.value }) : counts;
  });

  ownerRoutes(serve, parts);
  doneRoutes(serve, parts);
}

async function countsOf(
  worklist: WorklistStore,
  { open, mine, doneToday }: Views,
): Stored<Record<keyof Views, number>> {
  const [all, own, done] = await Promise.all([worklist.count(open), worklist.count(mine), worklist.count(doneToday)]);
  if (!all.ok) return all;
  if (!own.ok) return own;
  return done.ok ? ok({ open: all.value, mine: own.value, doneToday: done.value }) : done;
}

function ownerRoutes(serve: Serve, parts: HttpParts): void {
  const { replying: desk } = parts;

  serve.signedIn('ownWorkItem', 'signedIn', async ({ params, body, by }) => {
    const found = await seenWorkItem(parts, by, params.id);
    return found.ok ? refused(await ownWorkItem(desk, params.id, agentOf(by), body)) : found;
  });

  serve.signedIn('releaseWorkItem', 'signedIn', async ({ params, by }) => {
    const found = await seenWorkItem(parts, by, params.id);
    return found.ok ? refused(await releaseWorkItem(desk, params.id, agentOf(by))) : found;
  });
}

function doneRoutes(serve: Serve, parts: HttpParts): void {
  const { replying: desk } = parts;

  serve.signedIn('finishWorkItem', 'signedIn', async ({ params, body, by }) => {
    const found = await seenWorkItem(parts, by, params.id);
    if (!found.ok) return found;
    return body.done ? finishWorkItem(desk, params.id, agentOf(by), 'marked') : reopenWorkItem(desk, params.id);
  });

  serve.signedIn('forgetWorkItems', 'signedIn', async ({ body, by }) => {
    // All of them may be seen, or nothing is done.
    for (const id of body.ids) {
      const found = await seenWorkItem(parts, by, id);
      if (!found.ok) return found;
    }
    for (const id of body.ids) {
      const done = await finishWorkItem(desk, id, agentOf(by), 'marked');
      if (!done.ok) return done;
    }
    return ok(null);
  });
}

type Views = Readonly<Record<'open' | 'mine' | 'doneToday', WorklistQuery>>;

/** What each view holds of what this person may see. */
export async function viewsOf(parts: HttpParts, by: SignedIn): Stored<Views> {
  const [viewer, queues] = await Promise.all([viewerOf(parts, by), parts.directory.queuesOf(by.user.id)]);
  if (!viewer.ok) return viewer;
  if (!queues.ok) return queues;
  const { userId, queueIds, role } = viewer.value;
  const scope = role === 'receptionist' ? { seenBy: { userId, queueIds } } : {};
  const doneSince = dayBegan(queues.value, parts.clock.now());
  return ok({
    open: { ...scope, done: false },
    mine: { ...scope, done: false, ownerUserId: userId },
    doneToday: { ...scope, done: true, doneSince },
  });
}

/** Midnight where this person's first queue is; UTC for who has none. */
function dayBegan([queue]: readonly Queue[], now: number): number {
  const { minute } = localTimeOf(queue?.timeZone ?? 'UTC', now);
  return now - (now % 60_000) - minute * 60_000;
}

/** An entry this person may see. */
export async function seenWorkItem(
  parts: HttpParts,
  by: SignedIn,
  itemId: string,
): Promise<Result<WorkItem, StoreFailure | 'noSuchWorkItem'>> {
  const [viewer, found] = await Promise.all([viewerOf(parts, by), parts.replying.worklist.find(itemId)]);
  if (!viewer.ok) return viewer;
  if (!found.ok) return found;
  return found.value !== null && maySeeWorkItem(viewer.value, found.value) ? ok(found.value) : fail('noSuchWorkItem');
}

/** The sentence says who was faster. */
export function refused<Value>(
  result: Result<Value, OwnFailure>,
): Result<Value, Exclude<OwnFailure, { readonly code: string }> | Refusal> {
  if (result.ok) return result;
  const { error } = result;
  return fail(typeof error === 'string' ? error : { ...error, message: `${error.by} calls back.` });
}
