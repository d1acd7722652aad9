import type { Reply } from '../../shared/reply/reply.ts';
import { resultOf } from '../../shared/reply/result.ts';
import { changeReply } from './change-reply.ts';
import type { Desk } from './desk.ts';

type Voicemail = NonNullable<Reply['voicemail']>;
type ReplyRef = Pick<Reply, 'id' | 'callId'>;

/** A voicemail that could not be kept at once is there now: its reply has it, unless there is another, and is to be looked at. */
export async function attachVoicemail(desk: Desk, reply: ReplyRef, voicemail: Voicemail): Promise<void> {
  const live = desk.live.get(reply.callId);
  const task = (): Promise<void> => attach(desk, reply, voicemail);
  await (live === undefined ? task() : live.inOrder(task));
}

/** Whoever is still in the menu may answer something else as well: it is stored with that, or when they leave. */
async function attach(desk: Desk, { id, callId }: ReplyRef, voicemail: Voicemail): Promise<void> {
  const inMenu = desk.live.get(callId)?.reply ?? null;
  const running = inMenu?.reply.id === id ? inMenu : null;
  if (running !== null && running.reply.answer === null) {
    running.voicemail ??= voicemail;
    return;
  }
  const changed = await changeReply(desk, id, (stored, at) => withVoicemail(stored, voicemail, at));
  if (!changed.ok) desk.log.error({ callId, replyId: id, error: changed.error }, 'a reply was not given its voicemail');
  else if (running !== null) running.reply = changed.value;
}

function withVoicemail(reply: Reply, voicemail: Voicemail, at: number): Partial<Reply> | null {
  if (reply.voicemail !== null) return null;
  // What was seen to before is not what the caller said.
  const news = { voicemail, handled: null };
  if (reply.answer !== null && reply.answer !== 'none') return news;
  const result = resultOf({ kind: 'voicemail' }, reply.caller);
  return { ...news, answer: 'voicemail', result, answeredAt: reply.answeredAt ?? at };
}
