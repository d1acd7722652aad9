import { useRef, type RefObject } from 'react';
import { heirOf } from '../../../lib/heir-of.ts';
import type { Replies } from '../model/replies.ts';

export type PutAway = {
  /** `stays`: where it is shown it stays, as one that is done. */
  readonly putAway: (replyId: string, stays?: boolean) => Promise<void>;
  /** Where it is said, and can be undone. */
  readonly said: RefObject<HTMLOutputElement | null>;
};

/** Puts a reply away; the focus, where it has it, goes to the next one, and from the last one to where that is undone. */
export function usePutAway(replies: Replies): PutAway {
  const said = useRef<HTMLOutputElement>(null);
  const putAway = async (replyId: string, stays = false): Promise<void> => {
    const shown = document.querySelector<HTMLElement>(`[data-reply="${replyId}"]`);
    const hadFocus = shown?.contains(document.activeElement) === true;
    const heir = stays ? shown : heirOf(shown, '[data-reply]');
    if ((await replies.handle(replyId, true)) && hadFocus) (heir ?? said.current)?.focus();
  };
  return { putAway, said };
}
