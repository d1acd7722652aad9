import { useEffect, useRef, type FocusEvent } from 'react';

type CardFocusParts = {
  /** The cards on the screen, top to bottom, lane by lane. */
  readonly ids: readonly string[];
  /** The call that was answered from here and is with us now. */
  readonly answeredId: string | null;
};

/**
 * Where the focus goes when cards come and go: never to a ringing call by itself; after an answer to the heading of the
 * call that is on; from a card that has closed to the next one.
 */
export function useCardFocus({ ids, answeredId }: CardFocusParts) {
  const root = useRef<HTMLDivElement>(null);
  const within = useRef<{ readonly id: string; readonly place: number } | null>(null);

  useEffect(() => {
    if (answeredId !== null) focusHeading(root.current, answeredId);
  }, [answeredId]);

  useEffect(() => {
    const last = within.current;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (last === null || !isLost) return;
    const next = ids.includes(last.id) ? last.id : ids[Math.min(last.place, ids.length - 1)];
    if (next === undefined || !focusHeading(root.current, next)) root.current?.querySelector('h2')?.focus();
  }, [ids]);

  const onFocus = ({ target }: FocusEvent): void => {
    const id = cardOf(target);
    within.current = id === null ? null : { id, place: ids.indexOf(id) };
  };
  /** A focus that leaves its card because somebody put it elsewhere is not ours to bring back. */
  const onBlur = ({ target, relatedTarget }: FocusEvent): void => {
    if (relatedTarget !== null) return;
    queueMicrotask(() => {
      if (target.isConnected && document.activeElement === document.body) within.current = null;
    });
  };
  return { root, onFocus, onBlur };
}

const cardOf = (element: Element): string | null => element.closest('[data-call]')?.getAttribute('data-call') ?? null;

/** Gives the focus to the heading of a call's card, which reads it out. False when there is none. */
export function focusHeading(root: ParentNode | null, callId: string): boolean {
  const heading = root?.querySelector<HTMLElement>(`[data-heading="${CSS.escape(callId)}"]`);
  heading?.focus();
  return heading !== null && heading !== undefined;
}

/** Gives the focus to the note of a call, at its end. */
export function focusNote(root: ParentNode | null, callId: string): void {
  const note = root?.querySelector<HTMLTextAreaElement>(`[data-note="${CSS.escape(callId)}"]`);
  note?.focus();
  note?.setSelectionRange(note.value.length, note.value.length);
}
