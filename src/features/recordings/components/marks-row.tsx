import { Flag, Plus, X } from 'lucide-react';
import { useId, useRef, type SyntheticEvent } from 'react';
import { useStore } from 'zustand';
import type { Mark, Recording } from '../../../../shared/recording/recording.ts';
import { clockFace } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import type { Deeds } from '../model/deeds.ts';
import { jumpMarks } from '../model/paused-spans.ts';
import type { Playback } from '../model/playback.ts';
import { markWords } from '../model/recording-words.ts';

type MarksRowProps = {
  readonly recording: Recording;
  readonly playback: Playback;
  readonly deeds: Deeds;
  readonly mayChange: boolean;
  /** Where the mark goes that is just being written; null: none is. */
  readonly newMarkMs: number | null;
  readonly onNewMark: (atMs: number | null) => void;
};

/** The places somebody may want to hear, and the way to set one. */
export function MarksRow(props: MarksRowProps) {
  const { recording, playback, deeds, mayChange, newMarkMs, onNewMark } = props;
  const texts = strings.recordings;
  const marks = jumpMarks(recording.marks);
  if (marks.length === 0 && !mayChange) return null;
  return (
    <div className="marks-row small">
      {marks.length > 0 && (
        <>
          <span className="muted b">{texts.jumpTo}</span>
          {marks.map((mark) => (
            <JumpTo key={mark.id} mark={mark} playback={playback} deeds={deeds} mayChange={mayChange} />
          ))}
        </>
      )}
      {mayChange && newMarkMs === null && (
        <Act
          size="min"
          tone="ghost"
          icon={Plus}
          label={texts.addMark}
          onPress={() => onNewMark(playback.store.getState().atMs)}
        />
      )}
      {mayChange && newMarkMs !== null && <NewMark key={newMarkMs} {...{ deeds, onNewMark }} atMs={newMarkMs} />}
    </div>
  );
}

type JumpToProps = Pick<MarksRowProps, 'playback' | 'deeds' | 'mayChange'> & { readonly mark: Mark };

function JumpTo({ mark, playback, deeds, mayChange }: JumpToProps) {
  const texts = strings.recordings;
  const [time, what] = [clockFace(mark.atMs), markWords(mark)];
  const isBusy = useStore(deeds.store, ({ pending }) => pending === 'unmark');
  return (
    <span className="jump-to">
      <Act
        size="min"
        icon={Flag}
        label={`${time} ${what}`}
        name={fill(texts.jumpName, { time, what })}
        onPress={() => playback.playFrom(mark.atMs)}
      />
      {mayChange && mark.kind === 'custom' && (
        <Act
          size="min"
          tone="ghost"
          iconOnly
          icon={X}
          label={fill(texts.removeMark, { what, time })}
          busy={isBusy}
          onPress={() => void deeds.unmark(mark.id)}
        />
      )}
    </span>
  );
}

type NewMarkProps = Pick<MarksRowProps, 'deeds' | 'onNewMark'> & { readonly atMs: number };

/** Its place was taken when it was asked for: the recording goes on while somebody writes. */
function NewMark({ deeds, atMs, onNewMark }: NewMarkProps) {
  const texts = strings.recordings;
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const isBusy = useStore(deeds.store, ({ pending }) => pending === 'mark');
  const send = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (await deeds.mark(Math.round(atMs), field.current?.value.trim() ?? '')) onNewMark(null);
  };
  return (
    <form className="row new-mark" onSubmit={(event) => void send(event)}>
      <label htmlFor={id} className="num">
        {fill(texts.addMarkAt, { time: clockFace(atMs) })}
      </label>
      <input
        id={id}
        ref={field}
        className="field"
        maxLength={80}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- somebody has just asked for it
        autoFocus
        placeholder={texts.markTextHint}
        onKeyDown={(event) => event.key === 'Escape' && onNewMark(null)}
      />
      <Act size="min" type="submit" tone="now" label={texts.setMark} busy={isBusy} />
      <Act size="min" iconOnly icon={X} label={texts.cancel} onPress={() => onNewMark(null)} />
    </form>
  );
}
