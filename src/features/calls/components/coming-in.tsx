import type { ReactNode } from 'react';
import type { Call } from '../../../../shared/call/call.ts';
import { clockFace } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { LineView } from '../model/calls-model.ts';
import { whoWaits, type Lanes } from '../model/lanes.ts';
import { CallRows, QueueOf } from './call-rows.tsx';
import { EntryCard } from './entry-card.tsx';
import { Lane } from './lane.tsx';
import { RingingAt } from './ringing-at.tsx';
import { TakeButton } from './take-button.tsx';

type ComingInProps = {
  readonly lanes: Lanes;
  readonly now: number;
  readonly line: LineView;
  /** The call F2 takes. */
  readonly selectedId: string | null;
  /** What stands here while nothing rings. */
  readonly empty: ReactNode;
};

/** The left lane: who rings here, who rings at others, and who waits. */
export function ComingIn({ lanes, now, line, selectedId, empty }: ComingInProps) {
  const texts = strings.calls;
  const { ringing: all, waiting } = whoWaits(lanes);
  const ringing = all.length;
  const count = fill(line.isLost ? texts.heldByPbxCount : texts.ringingCount, { count: ringing });
  return (
    <Lane
      id="coming-in"
      title={texts.comingIn}
      count={ringing > 0 ? count : ''}
      body={
        <>
          {lanes.comingIn.length === 0 && empty}
          {lanes.comingIn.map((entry) => (
            <EntryCard key={keyOf(entry)} entry={entry} now={now} line={line} selectedId={selectedId} />
          ))}
          <Rows lanes={lanes} now={now} line={line} />
        </>
      }
    >
      <LongestWait waiting={waiting} now={now} />
    </Lane>
  );
}

/** An entry keeps its key from its first ring to its farewell, so that it is never mistaken for another. */
export const keyOf = (entry: Lanes['comingIn'][number]): string =>
  entry.kind === 'call' ? entry.call.id : entry.farewell.call.id;

function LongestWait({ waiting, now }: { readonly waiting: readonly Call[]; readonly now: number }) {
  const [first] = waiting;
  return (
    <span className="end small">
      {first === undefined ? (
        <span className="faint hide-medium hide-narrow">{strings.calls.longestFirst}</span>
      ) : (
        <span className="b tone-wait num">
          {fill(strings.calls.waitingCount, { count: waiting.length, wait: clockFace(now - first.arrivedAt) })}
        </span>
      )}
    </span>
  );
}

function Rows({ lanes, now, line }: Pick<ComingInProps, 'lanes' | 'now' | 'line'>) {
  const texts = strings.calls;
  const take = (call: Call): ReactNode => <TakeButton call={call} line={line} />;
  return (
    <>
      <CallRows
        id="ringing-at-others"
        title={texts.ringingAtOthers}
        calls={lanes.ringingElsewhere}
        now={now}
        detail={RingingAt}
        action={take}
      />
      <CallRows
        id="waiting-in-queues"
        title={texts.waitingInQueues}
        calls={lanes.waiting}
        now={now}
        detail={QueueOf}
        action={take}
      />
      <CallRows
        id="hearing-messages"
        title={texts.hearingMessages}
        calls={lanes.hearingMessage}
        now={now}
        detail={WhatIsHeard}
      />
    </>
  );
}

function WhatIsHeard({ call }: { readonly call: Call }) {
  const { hears } = strings.calls;
  const isHearing = call.state === 'unanswered' || call.state === 'voicemail' || call.state === 'replying';
  return isHearing ? hears[call.state] : '';
}
