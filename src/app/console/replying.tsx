import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Call } from '../../../shared/call/call.ts';
import type { Me } from '../../../shared/protocol/accounts.ts';
import type { LineView } from '../../features/calls/model/calls-model.ts';
import { useNow } from '../../features/calls/model/use-now.ts';
import { ReplyDialog } from '../../features/replies/components/reply-dialog.tsx';
import { ReplyNotices } from '../../features/replies/components/reply-notices.tsx';
import type { ConsoleModel } from './console-model.ts';
import type { Page } from './place.ts';
import { useCallBack } from './use-call-back.ts';

type ReplyingProps = ReplyWindowProps & { readonly me: Me; readonly page: Page; readonly onGo: (to: string) => void };

/** Over every page: the window in which a reply is written, while one is, and what callers answered, unless their list is shown. */
export function Replying({ model, me, line, page, onGo }: ReplyingProps) {
  const format = useStore(model.calls.numbers.store, (numbers) => numbers.format);
  const callBack = useCallBack(model, line);
  return (
    <>
      <ReplyWindow model={model} line={line} />
      {page !== 'replies' && (
        <ReplyNotices replies={model.replies} meId={me.user.id} format={format} callBack={callBack} onGo={onGo} />
      )}
    </>
  );
}

type ReplyWindowProps = { readonly model: ConsoleModel; readonly line: LineView };

function ReplyWindow({ model, line }: ReplyWindowProps) {
  const callId = useStore(model.draft.store, (draft) => draft.callId);
  const call = useCall(model, callId);
  useEffect(() => {
    // Nothing is known of the call, not even that it is gone: there is nothing to write to.
    if (callId !== null && call === null) model.draft.close();
  }, [callId, call, model]);
  return call === null ? null : <Open key={call.id} model={model} line={line} call={call} />;
}

function Open({ model, line, call }: ReplyWindowProps & { readonly call: Call }) {
  const now = useNow(model.calls.clock, model.calls.calls.now);
  const format = useStore(model.calls.numbers.store, (numbers) => numbers.format);
  return (
    <ReplyDialog
      drafts={model.draft}
      call={call}
      now={now}
      format={format}
      unavailable={line.unavailable}
      onAnswer={() => void model.calls.commands.run(call.id, 'answer')}
    />
  );
}

/** The call as it is, or as it ended: whoever is writing to it is told what became of it. */
function useCall(model: ConsoleModel, callId: string | null): Call | null {
  const { store, subscribeChanges } = model.calls.calls;
  const found = useStore(store, ({ calls }) => (callId === null ? null : (calls[callId] ?? null)));
  const [last, setLast] = useState<Call | null>(null);
  if (found !== null && found !== last) setLast(found);
  useEffect(
    () =>
      subscribeChanges(({ id, after }) => {
        if (id === callId && after?.state === 'ended') setLast(after);
      }),
    [subscribeChanges, callId],
  );
  if (callId === null) return null;
  if (found !== null) return found;
  if (last?.id !== callId) return null;
  // It was not in a snapshot any more: how it ended is not known.
  return last.state === 'ended' ? last : { ...last, state: 'ended', at: last.arrivedAt, reason: 'lost' };
}
