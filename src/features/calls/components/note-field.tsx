import { useId } from 'react';
import { useStore } from 'zustand';
import type { Call } from '../../../../shared/call/call.ts';
import { useShortcuts } from '../../../lib/keys/keyboard.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { KeyCap } from '../../../ui/key-cap.tsx';
import { useCallsModel } from '../model/calls-model.ts';

type NoteFieldProps = {
  readonly call: Call;
  readonly name: string;
  /** Whether Alt+N comes here. */
  readonly hasKey?: boolean;
};

const longest = 4000;

/** The note of a call: written by whoever has it, seen by everybody, saved by itself. */
export function NoteField({ call, name, hasKey = false }: NoteFieldProps) {
  const { notes } = useCallsModel();
  const draft = useStore(notes.store, (drafts) => drafts[call.id]);
  const { note: noteKeys } = useShortcuts();
  const hintId = useId();
  const text = draft?.text ?? call.note;
  const texts = strings.calls;
  const state = draft?.state ?? 'untouched';
  return (
    <div className="col note">
      <div className="row">
        <span className="b">{texts.note}</span>
        <span id={hintId} className={state === 'failed' ? 'small grow note-failed' : 'small muted grow'}>
          {texts.noteStates[state]}
          {state === 'failed' && ` ${draft?.failure ?? ''}`}
        </span>
        {hasKey && noteKeys !== undefined && <KeyCap keys={noteKeys} />}
      </div>
      <textarea
        className="note-text"
        data-note={call.id}
        rows={2}
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
