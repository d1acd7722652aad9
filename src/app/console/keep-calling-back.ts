import type { CallsModel } from '../../features/calls/model/calls-model.ts';
import { createCallBacks } from '../../features/replies/model/call-backs.ts';
import { calledBackSpoken } from '../../features/replies/model/reply-words.ts';
import type { Replies } from '../../features/replies/model/replies.ts';
import type { Announcer } from '../announcer.ts';

type Parts = {
  readonly calls: Pick<CallsModel, 'calls' | 'placing'>;
  readonly replies: Replies;
  readonly announcer: Announcer;
};

/** A reply whose caller was called back, and answered, is seen to: marks it so, and says that it did. Answers the way to stop. */
export function keepCallingBack({ calls, replies, announcer }: Parts, storage: Storage): () => void {
  const callBacks = createCallBacks(storage);
  const answered = async (replyId: string): Promise<void> => {
    if (!(await replies.calledBack(replyId))) return;
    const reply = replies.table.store.getState()[replyId];
    if (reply !== undefined) announcer.say({ urgency: 'polite', text: calledBackSpoken(reply) });
  };
  const stops = [
    calls.placing.subscribePlaced(({ callId, wanted }) => {
      if (wanted.replyId !== undefined) callBacks.add(callId, wanted.replyId);
    }),
    calls.calls.subscribeChanges(({ id, before, after }) => {
      if (after?.state === 'dialling' || (before !== undefined && before.state !== 'dialling')) return;
      const replyId = callBacks.take(id);
      if (replyId !== null && after?.state === 'talking') void answered(replyId);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
