import { Hourglass } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
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

type CallRowsProps = {
  readonly id: string;
  readonly title: string;
  readonly calls: readonly Call[];
  readonly now: number;
  /** What is said of a call under its name. */
  readonly detail: ComponentType<{ readonly call: Call }>;
  /** What can be done about a call; without, nothing can. */
  readonly action?: (call: Call) => ReactNode;
};

/** Calls that have no card, one line each; nothing at all while there are none. */
export function CallRows({ id, title, calls, now, detail: Detail, action }: CallRowsProps) {
  if (calls.length === 0) return null;
  return (
    <section className="col rows" aria-labelledby={id}>
      <LaneHeading id={id} title={title} count={String(calls.length)} level={3} />
      <ol className="panel list">
        {calls.map((call) => (
          <CallRow key={call.id} call={call} now={now} action={action?.(call)}>
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
  readonly children: ReactNode;
};

function CallRow({ call, now, action, children }: CallRowProps) {
  const name = callerName(call, useNumberFormat());
  const waited = now - call.arrivedAt;
  const isLate = waited >= lateMs;
  return (
    <li>
      <div className="col grow">
        <bdi className="b ell">{name}</bdi>
        <span className="small muted ell">{children}</span>
      </div>
      <span className={isLate ? 'row b tone-wait' : 'row'}>
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
