import { useId } from 'react';
import { useStore } from 'zustand';
import type { Call } from '../../../../shared/call/call.ts';
import { useShortcuts } from '../../../lib/keys/keyboard.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { KeyCap } from '../../../ui/key-cap.tsx';
import { useCallsModel } from '../model/calls-model.ts';
import type { Draft } from '../model/note-store.ts';
import { useNoteCaret } from './use-note-caret.ts';

type NoteFieldProps = {
  readonly call: Call;
  readonly name: string;
  /** Whether Alt+N comes here. */
  readonly hasKey?: boolean;
  /** One line, on a card that is not the one that is on. */
  readonly isCompact?: boolean;
};

const longest = 4000;

/** The note of a call: written by whoever has it, seen by everybody, saved by itself. */
export function NoteField({ call, name, hasKey = false, isCompact = false }: NoteFieldProps) {
  const { notes } = useCallsModel();
  const draft = useStore(notes.store, (drafts) => drafts[call.id]);
  const { note: noteKeys } = useShortcuts();
  const hintId = useId();
  const field = useNoteCaret(call.id);
  const text = draft?.text ?? call.note;
  const texts = strings.calls;
  const state = draft?.state ?? 'untouched';
  return (
    <div className={isCompact ? 'note compact' : 'col note'}>
      <div className="row note-head">
        <span className="b">{texts.note}</span>
        <span id={hintId} className={hintClass(state, isCompact)}>
          {texts.noteStates[state]}
          {state === 'failed' && ` ${draft?.failure ?? ''}`}
        </span>
        {hasKey && noteKeys !== undefined && <KeyCap keys={noteKeys} />}
      </div>
      <textarea
        ref={field}
        className="note-text"
        data-note={call.id}
        rows={isCompact ? 1 : 2}
        maxLength={longest}
        aria-label={fill(texts.noteName, { name })}
        aria-describedby={hintId}
        aria-keyshortcuts={hasKey ? noteKeys : undefined}
        value={text}
        onFocus={() => notes.focus(call.id, text)}
        onChange={({ target }) => notes.edit(call.id, target.value)}
        onBlur={() => notes.blur(call.id)}
      />
    </div>
  );
}

function hintClass(state: Draft['state'], isCompact: boolean): string {
  if (state === 'failed') return 'small grow note-failed';
  // There is no room to say what goes without saying; it is read out all the same.
  return isCompact && state === 'untouched' ? 'sr' : 'small muted grow';
}
