import type { Agent } from '../../shared/call/call.ts';
import type { Recording } from '../../shared/recording/recording.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import type { Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import type { Desk } from './desk.ts';
import { handleReply, reopenReply } from './handle-reply.ts';
import { handleVoicemail } from './handle-voicemail.ts';

type Parts = Pick<Desk, 'replies' | 'recordings' | 'clock' | 'log'>;

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

/** The other way round: a voicemail in the reply menu has the id of its reply. */
export async function followVoicemail(desk: Parts, { id, kind, handled }: Recording): Promise<void> {
  if (kind !== 'voicemail') return;
  if (handled === null) await reopenReply(desk, id);
  else await handleReply(desk, id, handled.by);
}
