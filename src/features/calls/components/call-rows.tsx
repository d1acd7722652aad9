import { Hourglass } from 'lucide-react';
import { useId, type ComponentType, type ReactNode } from 'react';
import type { Call } from '../../../../shared/call/call.ts';
import { clockFace, spokenDuration } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Timer } from '../../../ui/timer.tsx';
import { callerName, queueName } from '../model/caller-words.ts';
import { useNumberFormat } from '../model/calls-model.ts';
import { LaneHeading } from './lane.tsx';
import { lateMs } from './late.ts';
import { useMoveGuard } from './use-move-guard.ts';

type CallRowsProps = {
  readonly title: string;
  readonly calls: readonly Call[];
  readonly now: number;
  /** What is said of a call under its name. */
  readonly detail: ComponentType<{ readonly call: Call }>;
  /** What can be done about a call; without, nothing can. */
  readonly action?: (call: Call) => ReactNode;
  /** Whether their places in the queue are shown. */
  readonly isNumbered?: boolean;
};

/** Calls that have no card, one line each; nothing at all while there are none. */
export function CallRows({ title, calls, now, detail: Detail, action, isNumbered = false }: CallRowsProps) {
  const id = useId();
  if (calls.length === 0) return null;
  return (
    <section className="col rows" aria-labelledby={id}>
      <LaneHeading id={id} title={title} count={String(calls.length)} level={3} />
      <ol className="panel list">
        {calls.map((call, index) => (
          <CallRow key={call.id} call={call} now={now} action={action?.(call)} place={isNumbered ? index + 1 : null}>
            <Detail call={call} />
          </CallRow>
        ))}
      </ol>
    </section>
  );
}

type CallRowProps = {
  readonly call: Call;
  readonly now: number;
  readonly action: ReactNode;
  /** From 1; null: not shown. */
  readonly place: number | null;
  readonly children: ReactNode;
};

function CallRow({ call, now, action, place, children }: CallRowProps) {
  const { ref, onClickCapture } = useMoveGuard<HTMLLIElement>();
  const name = callerName(call, useNumberFormat());
  const waited = now - call.arrivedAt;
  const isLate = waited >= lateMs;
  return (
    <li ref={ref} onClickCapture={onClickCapture}>
      {place !== null && (
        <span className="small faint num row-place" aria-hidden>
          {place}
        </span>
      )}
      <div className="col grow">
        <bdi className="b ell">{name}</bdi>
        <span className="small muted ell">{children}</span>
      </div>
      <span className={isLate ? 'row-wait b tone-wait' : 'row-wait'}>
        {isLate && <Icon of={Hourglass} size={14} />}
        <Timer face={clockFace(waited)} label={fill(strings.calls.waitingLabel, { time: spokenDuration(waited) })} />
      </span>
      {action}
    </li>
  );
}

/** The detail of a call of which only the queue is worth saying. */
export function QueueOf({ call }: { readonly call: Call }) {
  return <bdi>{queueName(call)}</bdi>;
}
