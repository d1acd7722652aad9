import type { Agent } from '../../shared/call/call.ts';
import type { Recording } from '../../shared/recording/recording.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import type { Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import type { Desk } from './desk.ts';
import { type FinishDesk, reopenWorkItem } from './finish-work-item.ts';
import { handleReply, reopenReply } from './handle-reply.ts';
import { handleVoicemail } from './handle-voicemail.ts';
import { replyAt } from './reply-at.ts';

type Parts = Pick<Desk, 'calls' | 'replies' | 'recordings' | 'clock' | 'log'>;

/** A reply whose caller left a voicemail is dealt with together with it. */
export async function handleMessage(
  desk: Parts,
  { id, voicemail }: Reply,
  by: Agent,
): Promise<Result<Reply, StoreFailure | 'noSuchReply'>> {
  const handled = await handleReply(desk, id, by);
  if (handled.ok && voicemail !== null) await handleVoicemail(desk, voicemail.id, by);
  return handled;
}

/** Nobody has dealt with it after all: its voicemail is new again, and whoever asked to be called back is on the list again. */
export async function reopenMessage(
  desk: FinishDesk,
  { id, callId, voicemail }: Reply,
): Promise<Result<Reply, StoreFailure | 'noSuchReply'>> {
  const reopened = await reopenReply(desk, id);
  if (!reopened.ok) return reopened;
  if (voicemail !== null) await handleVoicemail(desk, voicemail.id, null);
  const about = await desk.worklist.ofCall(callId);
  if (!about.ok) return about;
  if (about.value !== null && about.value.replyId === id) await reopenWorkItem(desk, about.value.id);
  return reopened;
}

/** The other way round: a voicemail that was left in the reply menu is dealt with together with its reply. */
export async function followVoicemail(desk: Parts, { id, kind, callId, startedAt, handled }: Recording): Promise<void> {
  if (kind !== 'voicemail') return;
  const reply = await replyAt(desk, callId, startedAt);
  if (!reply.ok || reply.value === null || reply.value.voicemail?.id !== id) return;
  if (handled === null) await reopenReply(desk, reply.value.id);
  else await handleReply(desk, reply.value.id, handled.by);
}
