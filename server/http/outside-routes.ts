import { ok } from '../../shared/result.ts';
import type { WorkItem } from '../../shared/worklist/worklist.ts';
import type { SignedIn } from '../accounts/sign-in.ts';
import { ownWorkItem, releaseWorkItem } from '../calls/own-work-item.ts';
import { agentOf } from './call-routes.ts';
import type { HttpParts } from './http-parts.ts';
import { seenReply } from './reply-routes.ts';
import type { Serve } from './serve.ts';
import { refused, seenWorkItem } from './worklist-routes.ts';

/** Calls to the outside. */
export function outsideRoutes(serve: Serve, parts: HttpParts): void {
  const { possible, country, place } = parts.outside;

  serve.signedIn('dialling', 'signedIn', async () => ok({ possible, country }));

  serve.signedIn('placeCall', 'signedIn', async ({ body, by }) => {
    const { number, replyId, workItemId, takeOver } = body;
    const reply = replyId === undefined ? ok(null) : await seenReply(parts, by, replyId);
    if (!reply.ok) return reply;
    if (workItemId === undefined) return place(agentOf(by), { number, reply: reply.value });
    const seen = await seenWorkItem(parts, by, workItemId);
    if (!seen.ok) return seen;
    const owned = await ownToCall(parts, by, seen.value, takeOver);
    if (!owned.ok) return owned;
    const placed = await place(agentOf(by), { number, reply: reply.value, workItem: owned.value });
    // Nobody calls: somebody else may.
    if (!placed.ok && seen.value.owner === null) await releaseWorkItem(parts.replying, workItemId, agentOf(by));
    return placed;
  });
}

/** Whoever calls back is who the others see calling; of one that is done nobody is asked. */
async function ownToCall(parts: HttpParts, by: SignedIn, item: WorkItem, takeOver: boolean) {
  const owned = await ownWorkItem(parts.replying, item.id, agentOf(by), { takeOver, dueAt: null });
  return !owned.ok && owned.error === 'alreadyDone' ? ok(item) : refused(owned);
}
