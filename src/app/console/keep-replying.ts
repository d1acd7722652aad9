import type { Me } from '../../../shared/protocol/accounts.ts';
import type { CallsModel } from '../../features/calls/model/calls-model.ts';
import type { DraftStore } from '../../features/replies/model/draft-store.ts';
import type { Replies } from '../../features/replies/model/replies.ts';
import { spokenOf } from '../../features/replies/model/reply-words.ts';
import type { Announcer } from '../announcer.ts';

type Parts = {
  readonly calls: Pick<CallsModel, 'replyWanted'>;
  readonly replies: Replies;
  readonly draft: DraftStore;
  readonly announcer: Announcer;
};

/** Opens the window of a reply where one is wanted, and says what the caller answered. Answers the way to stop. */
export function keepReplying({ calls, replies, draft, announcer }: Parts, me: Me): () => void {
  const stops = [
    calls.replyWanted.subscribe(({ callId, choice }) => draft.open(callId, choice)),
    replies.table.subscribeChanges((before, now) => {
      const isNews = now.answer !== null && (before === undefined || before.answer === null);
      if (isNews && now.by.userId === me.user.id && now.handled === null) announcer.say(spokenOf(now));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
