import { Hourglass, Pause } from 'lucide-react';
import type { CallIn } from '../../../../shared/call/call.ts';
import { clockFace, spokenDuration } from '../../../lib/duration.ts';
import { useShortcuts } from '../../../lib/keys/keyboard.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Timer } from '../../../ui/timer.tsx';
import { callerName } from '../model/caller-words.ts';
import { useCallsModel, useLanes, useNumberFormat, type Command, type LineView } from '../model/calls-model.ts';
import { currentOf, isLost, longestHeld } from '../model/lanes.ts';
import { CallCard } from './call-card.tsx';
import { CardState } from './card-state.tsx';
import { CommandAct } from './command-act.tsx';
import { CallerLines } from './caller-lines.tsx';
import { LostCard } from './lost-card.tsx';
import { NoteField } from './note-field.tsx';
import { RecordingChip } from './recording-state.tsx';

type HeldCardProps = {
  readonly call: CallIn<'held'>;
  readonly now: number;
  readonly line: LineView;
  readonly command: Command;
};

const lateMs = 180_000;

/** On hold, or still on the line after this desk's side of the call was lost. */
export function HeldCard({ call, now, line, command }: HeldCardProps) {
  const texts = strings.calls;
  const name = callerName(call, useNumberFormat());
  const held = now - call.since;
  const { keys: resumeKeys, hasNoteKey } = useKeysOf(call);
  const time = spokenDuration(held);
  if (call.by === 'legLost') return <LostCard keys={resumeKeys} {...{ call, now, hasNoteKey, line, command }} />;
  return (
    <CallCard
      callId={call.id}
      look="wait"
      label={fill(texts.stateLabel, { state: texts.onHold, name, time })}
      failure={command.failure}
    >
      <CardState call={call} icon={Pause} word={texts.onHold} tone="wait">
        <RecordingChip call={call} />
        {held >= lateMs && (
          <Chip tone="wait" icon={Hourglass}>
            {texts.overThreeMinutes}
          </Chip>
        )}
        <Timer face={clockFace(held)} label={fill(texts.heldLabel, { time })} className="held-time" />
      </CardState>
      <CallerLines call={call} size="small" />
      {call.by === 'them' && <p className="small muted">{texts.heldByThem[call.direction]}</p>}
      <NoteField call={call} name={name} hasKey={hasNoteKey} isCompact />
      <div className="acts">
        {call.by === 'us' && (
          <CommandAct
            does="resume"
            className="grow"
            tone="now"
            size="call"
            label={texts.resume}
            shortcut={resumeKeys}
            {...{ name, line, command }}
          />
        )}
        <CommandAct
          does="hangUp"
          className="end"
          tone="end-line"
          size="call"
          label={texts.hangUp}
          {...{ name, line, command }}
        />
      </div>
    </CallCard>
  );
}

/** Which keys act on this one of the held calls: those for what is on go to the call that is on. */
function useKeysOf({ id }: HeldCardProps['call']): { readonly keys: string | undefined; readonly hasNoteKey: boolean } {
  const lanes = useLanes(useCallsModel());
  const current = currentOf(lanes);
  const { answer, hold, swap } = useShortcuts();
  const resume = current === undefined ? hold : swap;
  const isFirstLost = lanes.yours.find(isLost)?.id === id;
  const isNext = longestHeld(lanes)?.id === id;
  return {
    keys: isFirstLost ? answer : isNext ? resume : undefined,
    hasNoteKey: (current ?? lanes.yours[0])?.id === id,
  };
}
