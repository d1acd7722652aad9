import type { z } from 'zod';
import type { callOperations } from '../../shared/protocol/call-operations.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { WorkItem } from '../../shared/worklist/worklist.ts';
import type { SignedIn } from '../accounts/sign-in.ts';
import { openItemOf } from '../calls/open-item-of.ts';
import { ownWorkItem, releaseWorkItem } from '../calls/own-work-item.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { agentOf, seenCall } from './call-routes.ts';
import type { HttpParts } from './http-parts.ts';
import { seenReply } from './reply-routes.ts';
import { ownRecording } from './seen-recording.ts';
import type { Serve } from './serve.ts';
import { refused, seenWorkItem } from './worklist-routes.ts';

/** Calls to the outside. */
export function outsideRoutes(serve: Serve, parts: HttpParts): void {
  const { possible, country, place } = parts.outside;

  serve.signedIn('dialling', 'signedIn', async () => ok({ possible, country }));

  serve.signedIn('placeCall', 'signedIn', async ({ body, by }) => {
    const { number, takeOver } = body;
    const about = await aboutOf(parts, by, body);
    if (!about.ok) return about;
    const { reply, workItem } = about.value;
    if (workItem === null) return place(agentOf(by), { number, reply });
    const owned = await ownToCall(parts, by, workItem, takeOver);
    if (!owned.ok) return owned;
    const placed = await place(agentOf(by), { number, reply, workItem: owned.value });
    // Nobody calls: somebody else may.
    if (!placed.ok && workItem.owner === null) await releaseWorkItem(parts.replying, workItem.id, agentOf(by));
    return placed;
  });
}

type Asked = Pick<
  z.output<(typeof callOperations)['placeCall']['body']>,
  'replyId' | 'workItemId' | 'recordingId' | 'callId'
>;
type Unseen = StoreFailure | 'noSuchReply' | 'noSuchWorkItem' | 'noSuchRecording' | 'noSuchCall';
type About = { readonly reply: Reply | null; readonly workItem: WorkItem | null };

/** What this calls back for, all of which this person may see; and the entry that is open for the caller. */
async function aboutOf(parts: HttpParts, by: SignedIn, asked: Asked): Promise<Result<About, Unseen>> {
  const { replyId, workItemId } = asked;
  const reply = replyId === undefined ? ok(null) : await seenReply(parts, by, replyId);
  if (!reply.ok) return reply;
  const workItem =
    workItemId === undefined
      ? await openItemFor(parts, by, reply.value, asked)
      : await seenWorkItem(parts, by, workItemId);
  return workItem.ok ? ok({ reply: reply.value, workItem: workItem.value }) : workItem;
}

async function openItemFor(
  parts: HttpParts,
  by: SignedIn,
  reply: Reply | null,
  { recordingId, callId }: Asked,
): Promise<Result<WorkItem | null, Unseen>> {
  const { worklist } = parts.replying;
  if (reply !== null) return openItemOf(worklist, reply);
  if (recordingId !== undefined) {
    const recording = await ownRecording(parts, by, recordingId);
    return recording.ok ? openItemOf(worklist, recording.value) : recording;
  }
  if (callId === undefined) return ok(null);
  const call = await seenCall(parts, by, callId);
  return call.ok ? openItemOf(worklist, { ...call.value, callId }) : call;
}

/** Whoever calls back is who the others see calling; of one that is done nobody is asked. */
async function ownToCall(parts: HttpParts, by: SignedIn, item: WorkItem, takeOver: boolean) {
  const owned = await ownWorkItem(parts.replying, item.id, agentOf(by), { takeOver, dueAt: null });
  return !owned.ok && owned.error === 'alreadyDone' ? ok(item) : refused(owned);
}
