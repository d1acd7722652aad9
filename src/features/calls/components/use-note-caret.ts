import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useCallsModel } from '../model/calls-model.ts';

/** The field of a note, which takes the cursor over from the card that was here before: whoever writes just goes on. */
export function useNoteCaret(callId: string): RefObject<HTMLTextAreaElement | null> {
  const { notes } = useCallsModel();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = field.current;
    const caret = notes.takeCaret(callId);
    if (caret !== undefined) {
      element?.focus();
      element?.setSelectionRange(caret.start, caret.end);
    }
    return () => {
      if (element === null || document.activeElement !== element) return;
      notes.gone(callId, { start: element.selectionStart, end: element.selectionEnd });
    };
  }, [notes, callId]);
  return field;
}
