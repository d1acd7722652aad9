import type { RecordedPerson } from '../../shared/recording/recording.ts';
import type { WorkItem } from '../../shared/worklist/worklist.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { changeWorkItem, type Store } from './change-work-item.ts';
import type { Desk } from './desk.ts';
import { handleReply, reopenReply } from './handle-reply.ts';
import { handleVoicemail } from './handle-voicemail.ts';

export type FinishDesk = Store & Pick<Desk, 'replies' | 'recordings'>;
type Finished = Promise<Result<WorkItem, StoreFailure | 'noSuchWorkItem'>>;

/** A reply or a message that somebody has dealt with where it is. */
export type Origin = { readonly kind: 'reply' | 'recording'; readonly id: string };

/**
 * A caller is dealt with: spoken to, or somebody said so. What they asked for by a reply or left as a message is with that
 * dealt with as well, but for that which says so itself (`origin`): it may be open again by now. Who was first stays.
 */
export async function finishWorkItem(
  desk: FinishDesk,
  itemId: string,
  by: RecordedPerson,
  how: 'spoken' | 'marked',
  origin?: Origin,
): Finished {
  const { userId, name } = by;
  const done = await changeWorkItem<never>(desk, itemId, (item, at) =>
    ok(item.done === null ? { ...item, done: { at, by: { userId, name }, how } } : item),
  );
  if (!done.ok) return done;
  const replyId = origin?.kind === 'reply' ? null : done.value.replyId;
  const recordingId = origin?.kind === 'recording' ? null : done.value.recordingId;
  const handled = replyId === null ? ok() : await handleReply(desk, replyId, by);
  const heard = recordingId === null ? ok() : await handleVoicemail(desk, recordingId, by);
  // What has been deleted meanwhile needs nobody any more.
  if (!handled.ok && handled.error !== 'noSuchReply') return fail(handled.error);
  return !heard.ok && heard.error !== 'noSuchRecording' ? fail(heard.error) : done;
}

/** They are not dealt with after all. Who has called again meanwhile is on the list already: then that entry is the one. */
export async function reopenWorkItem(desk: FinishDesk, itemId: string): Finished {
  const newer = await newerOf(desk, itemId);
  if (newer !== null) return ok(newer);
  const found = await desk.worklist.find(itemId);
  if (!found.ok) return found;
  if (found.value === null) return fail('noSuchWorkItem');
  // First: what is still said to be dealt with would put the entry away again.
  const { replyId, recordingId } = found.value;
  if (replyId !== null) await reopenReply(desk, replyId);
  if (recordingId !== null) await handleVoicemail(desk, recordingId, null);
  return changeWorkItem<never>(desk, itemId, (item) => ok(item.done === null ? item : { ...item, done: null }));
}

async function newerOf({ worklist }: FinishDesk, itemId: string): Promise<WorkItem | null> {
  const found = await worklist.find(itemId);
  if (!found.ok || found.value === null || found.value.done === null || found.value.caller.number === null) return null;
  const others = await worklist.openOf(found.value.caller.number, found.value.queue?.id ?? null);
  return others.ok ? (others.value[0] ?? null) : null;
}
