import { Hourglass, PhoneIncoming } from 'lucide-react';
import type { CallIn } from '../../../../shared/call/call.ts';
import { clockFace, spokenDuration } from '../../../lib/duration.ts';
import { useShortcuts } from '../../../lib/keys/keyboard.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { narrowWindow, useMediaQuery } from '../../../lib/use-media-query.ts';
import { Act } from '../../../ui/act.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Timer } from '../../../ui/timer.tsx';
import { callerName, queueName } from '../model/caller-words.ts';
import { useCommand, useNumberFormat, type LineView } from '../model/calls-model.ts';
import { lateMs } from './late.ts';
import { useMoveGuard } from './use-move-guard.ts';

type RingingStripProps = {
  readonly call: CallIn<'ringing' | 'queued'>;
  /** How many ring besides. */
  readonly others: number;
  /** Whether F2 takes this one. */
  readonly isSelected: boolean;
  readonly now: number;
  readonly line: LineView;
  readonly onShow: () => void;
};

/**
 * The ringing calls while something else has the room: the one that F2 takes, answered from here. When it gives way to another its
 * buttons are new ones, and deaf for a moment.
 */
export function RingingStrip(props: RingingStripProps) {
  const { call, others } = props;
  const { ref, onClickCapture } = useMoveGuard<HTMLElement>({ callId: call.id });
  return (
    <section
      ref={ref}
      className="strip"
      onClickCapture={onClickCapture}
      aria-label={fill(strings.calls.ringingCount, { count: others + 1 })}
      data-call={call.id}
    >
      <First key={call.id} {...props} />
    </section>
  );
}

function First({ call, others, isSelected, now, line, onShow }: RingingStripProps) {
  const texts = strings.calls;
  const name = callerName(call, useNumberFormat());
  const { answer } = useShortcuts();
  const command = useCommand(call.id);
  const isNarrow = useMediaQuery(narrowWindow);
  return (
    <>
      {isNarrow ? (
        <button type="button" className="now-bar-call" aria-label={texts.showRinging} onClick={onShow}>
          <NarrowWords call={call} name={name} others={others} />
        </button>
      ) : (
        <WideWords call={call} name={name} others={others} />
      )}
      <Waited ms={now - call.arrivedAt} />
      <Act
        tone="answer"
        size={isNarrow ? 'answer' : 'main'}
        icon={PhoneIncoming}
        label={texts.answer}
        name={fill(texts.answerName, { name })}
        shortcut={isSelected ? answer : undefined}
        busy={command.pending === 'answer'}
        unavailable={line.unavailable ?? undefined}
        onPress={() => command.run('answer')}
      />
      {!isNarrow && <Act tone="ghost" size="main" label={texts.showCalls} onPress={onShow} />}
      {command.failure !== null && (
        <p className="card-failure" role="alert">
          {command.failure}
        </p>
      )}
    </>
  );
}

type WordsProps = Pick<RingingStripProps, 'call' | 'others'> & { readonly name: string };

function NarrowWords({ call, name, others }: WordsProps) {
  return (
    <>
      <span className="lamp" aria-hidden />
      <span className="col grow">
        <bdi className="b ell">{name}</bdi>
        <span className="small muted ell">
          {others > 0 ? fill(strings.calls.andMore, { queue: queueName(call), count: others }) : queueName(call)}
        </span>
      </span>
    </>
  );
}

function WideWords({ call, name, others }: WordsProps) {
  const texts = strings.calls;
  return (
    <span className="row grow strip-words">
      <span className="lamp" aria-hidden />
      <span className="b tone-answer">{call.state === 'ringing' ? texts.ringing : texts.waiting}</span>
      <bdi className="strip-name ell">{name}</bdi>
      <Chip>
        <bdi className="ell">{queueName(call)}</bdi>
      </Chip>
      {others > 0 && <span className="small muted num">{fill(texts.andOthers, { count: others })}</span>}
    </span>
  );
}

function Waited({ ms }: { readonly ms: number }) {
  const isLate = ms >= lateMs;
  return (
    <span className={isLate ? 'row-wait b tone-wait' : 'row-wait b'}>
      {isLate && <Icon of={Hourglass} size={14} />}
      <Timer face={clockFace(ms)} label={fill(strings.calls.waitingLabel, { time: spokenDuration(ms) })} />
    </span>
  );
}
