import { Check } from 'lucide-react';
import { useState, type Ref } from 'react';
import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { nameOf, type FormatNumber } from '../model/reply-words.ts';
import type { Replies } from '../model/replies.ts';

type HandledNoticeProps = {
  readonly replies: Replies;
  readonly format: FormatNumber;
  /** Among the notices: only what was put away, for a moment, and for as long as it has the focus. */
  readonly isPassing?: boolean;
  readonly onUndone?: (replyId: string) => void;
  readonly ref: Ref<HTMLOutputElement>;
};

/** What was done last, and the way back; the place for it is always there, so that it is read out. */
export function HandledNotice({ replies, format, isPassing = false, onUndone, ref }: HandledNoticeProps) {
  const texts = strings.replies;
  const [isHeld, setHeld] = useState(false);
  const { last, pending, failures } = useStore(replies.handling);
  const reply = useStore(replies.table.store, (table) => (last === null ? undefined : table[last.replyId]));
  const isBusy = reply !== undefined && pending.includes(reply.id);
  // A colleague may have changed it since.
  const isSo = last !== null && (isBusy || ((reply?.handled ?? null) !== null) === last.done);
  const isShown = isSo && (!isPassing || (last.done && (last.isNews || isHeld)));
  const failure = last?.done === true ? failures[last.replyId] : undefined;
  const undo = async (replyId: string, done: boolean): Promise<void> => {
    if (!(await replies.handle(replyId, done))) return;
    setHeld(false);
    onUndone?.(replyId);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- these do nothing but keep it while it has the focus
    <output
      ref={ref}
      className="handled-notice"
      tabIndex={-1}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {isShown && reply !== undefined && (
        <span className="banner info">
          <Icon of={Check} size={20} />
          <span className="grow">
            {fill(last.done ? texts.nowDone : texts.reopened, { name: nameOf(reply, format) })}
            {failure !== undefined && (
              <span className="small tone-end"> {fill(texts.notUndone, { reason: failure })}</span>
            )}
          </span>
          <Act size="min" label={texts.undo} busy={isBusy} onPress={() => void undo(reply.id, !last.done)} />
        </span>
      )}
    </output>
  );
}
