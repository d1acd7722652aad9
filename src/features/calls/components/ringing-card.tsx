import { Hourglass, Pause } from 'lucide-react';
import type { CallIn } from '../../../../shared/call/call.ts';
import { clockFace, spokenDuration } from '../../../lib/duration.ts';
import { useShortcuts } from '../../../lib/keys/keyboard.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Timer } from '../../../ui/timer.tsx';
import { callerName, queueName } from '../model/caller-words.ts';
import { useCallsModel, useNumberFormat, type Command, type LineView } from '../model/calls-model.ts';
import { CallCard } from './call-card.tsx';
import { CommandAct } from './command-act.tsx';
import { CallerLines } from './caller-lines.tsx';
import { CallerHistory } from './history.tsx';
import { lateMs } from './late.ts';
import { ReplyBusy } from './reply-busy.tsx';
import { RingingAt } from './ringing-at.tsx';

type RingingCardProps = {
  readonly call: CallIn<'ringing' | 'queued'>;
  /** The server's clock, ms since the epoch. */
  readonly now: number;
  /** Whether F2 takes this one. */
  readonly isSelected: boolean;
  readonly line: LineView;
  readonly command: Command;
};

export function RingingCard({ call, now, isSelected: isNext, line, command }: RingingCardProps) {
  const texts = strings.calls;
  const name = callerName(call, useNumberFormat());
  const waited = now - call.arrivedAt;
  const isLate = waited >= lateMs;
  const isSelected = isNext && !line.isLost;
  const { desk } = useCallsModel();
  const isOffered = call.state === 'ringing' && call.offers.some(({ consoleId }) => consoleId === desk.consoleId);
  const here = call.state === 'ringing' ? texts.ringingLabel : texts.waitingInQueueLabel;
  const label = fill(line.isLost ? texts.heldByPbxLabel : here, {
    queue: queueName(call),
    name,
    wait: spokenDuration(waited),
  });
  return (
    <CallCard
      callId={call.id}
      look={line.isLost ? 'wait' : 'ring'}
      label={label}
      isSelected={isSelected}
      failure={command.failure}
    >
      <div className="row">
        {line.isLost ? <Held /> : <Ringing isRinging={call.state === 'ringing'} />}
        <Chip>
          <bdi className="ell">{queueName(call)}</bdi>
        </Chip>
        <span className="end row">
          {isLate && (
            <Chip tone="wait" icon={Hourglass}>
              <span className="sr-medium">{texts.overThirty}</span>
            </Chip>
          )}
          <Timer
            face={clockFace(waited)}
            label={fill(texts.waitingLabel, { time: spokenDuration(waited) })}
            className={isLate ? 'middle tone-wait' : 'middle'}
          />
        </span>
      </div>
      <CallerLines call={call} />
      {call.state === 'ringing' && !isOffered && (
        <p className="small muted ell">
          <RingingAt call={call} />
        </p>
      )}
      <CallerHistory call={call} />
      <RingingActions name={name} isOffered={isOffered} isSelected={isSelected} line={line} command={command} />
      <ReplyBusy call={call} name={name} isSelected={isSelected} line={line} />
    </CallCard>
  );
}

function Ringing({ isRinging }: { readonly isRinging: boolean }) {
  return (
    <>
      <span className="lamp" aria-hidden />
      <span className="b tone-answer">{isRinging ? strings.calls.ringing : strings.calls.waiting}</span>
    </>
  );
}

function Held() {
  return (
    <span className="row b tone-wait state">
      <Icon of={Pause} size={16} />
      {strings.calls.heldByPbx}
    </span>
  );
}

type RingingActionsProps = Pick<RingingCardProps, 'isSelected' | 'line' | 'command'> & {
  readonly name: string;
  /** Whether it rings here, so that there is something to reject. */
  readonly isOffered: boolean;
};

function RingingActions({ name, isOffered, isSelected, line, command }: RingingActionsProps) {
  const texts = strings.calls;
  const { answer: answerKeys } = useShortcuts();
  return (
    <div className="acts">
      <CommandAct
        does="answer"
        className="grow"
        tone="answer"
        size="answer"
        label={command.pending === 'answer' ? texts.answering : texts.answer}
        shortcut={isSelected ? answerKeys : undefined}
        {...{ name, line, command }}
      />
      {isOffered && (
        <CommandAct
          does="reject"
          className="reject"
          tone="end-line"
          size="answer"
          label={texts.reject}
          {...{ name, line, command }}
        />
      )}
    </div>
  );
}
