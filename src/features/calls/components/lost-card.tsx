import { RotateCcw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { CallIn } from '../../../../shared/call/call.ts';
import { clockFace, spokenDuration } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Phrase } from '../../../ui/phrase.tsx';
import { Timer } from '../../../ui/timer.tsx';
import { callerName } from '../model/caller-words.ts';
import { useNumberFormat, type Command, type LineView } from '../model/calls-model.ts';
import { CallCard } from './call-card.tsx';
import { CardState } from './card-state.tsx';
import { CommandAct } from './command-act.tsx';
import { CallerLines } from './caller-lines.tsx';
import { NoteField } from './note-field.tsx';
import { RecordingChip } from './recording-state.tsx';

type LostCardProps = {
  readonly call: CallIn<'held'>;
  readonly now: number;
  /** The keys that bring it back; undefined: they bring back another one first. */
  readonly keys: string | undefined;
  /** Whether Alt+N comes here. */
  readonly hasNoteKey: boolean;
  readonly line: LineView;
  readonly command: Command;
};

/** This desk's side of the call was lost, by a reload for one; the caller hears music until somebody rejoins. */
export function LostCard({ call, now, keys, hasNoteKey, line, command }: LostCardProps) {
  const texts = strings.calls;
  const name = callerName(call, useNumberFormat());
  const talked = now - (call.answeredAt ?? call.since);
  const time = spokenDuration(talked);
  return (
    <CallCard
      callId={call.id}
      look="now"
      isSelected={keys !== undefined}
      label={fill(texts.stateLabel, { state: texts.stillOnTheLine, name, time })}
      failure={command.failure}
    >
      <CardState call={call} icon={RotateCcw} word={texts.stillOnTheLine} tone="now">
        <RecordingChip call={call} />
        <Timer face={clockFace(talked)} label={fill(texts.callTimeLabel, { time })} className="large" />
      </CardState>
      <CallerLines call={call} size="big" />
      <p className="muted">
        <Phrase text={texts.notCutOff} values={{ name, time: spokenDuration(now - call.since) }} />
      </p>
      <NoteField call={call} name={name} hasKey={hasNoteKey} isCompact />
      <LostActions keys={keys} name={name} line={line} command={command} />
    </CallCard>
  );
}

type LostActionsProps = Pick<LostCardProps, 'keys' | 'line' | 'command'> & { readonly name: string };

function LostActions({ keys, name, line, command }: LostActionsProps) {
  const texts = strings.calls;
  const rejoin = useRef<HTMLButtonElement>(null);
  // After a reload nothing has the focus, and this is what one wants; whoever is somewhere else stays there.
  useEffect(() => {
    if (document.activeElement === document.body) rejoin.current?.focus();
  }, []);
  return (
    <div className="acts">
      <CommandAct
        does="rejoin"
        ref={rejoin}
        className="grow"
        tone="answer"
        size="answer"
        label={texts.rejoin}
        shortcut={keys}
        {...{ name, line, command }}
      />
      <CommandAct
        does="hangUp"
        className="reject"
        tone="end-line"
        size="answer"
        label={texts.hangUp}
        {...{ name, line, command }}
      />
    </div>
  );
}
