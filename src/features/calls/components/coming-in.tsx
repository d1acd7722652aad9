import type { ReactNode } from 'react';
import type { Call } from '../../../../shared/call/call.ts';
import { clockFace } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { LineView } from '../model/calls-model.ts';
import { callOf, whoWaits, type Lanes } from '../model/lanes.ts';
import { ComingInRows } from './coming-in-rows.tsx';
import { EntryCard } from './entry-card.tsx';
import { Lane } from './lane.tsx';
import { useHeldOrder } from './use-held-order.ts';

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
  const { order, hold } = useHeldOrder(lanes.comingIn);
  const count = fill(line.isLost ? texts.heldByPbxCount : texts.ringingCount, { count: ringing });
  return (
    <Lane
      id="coming-in"
      title={texts.comingIn}
      count={ringing > 0 ? count : ''}
      hold={hold}
      body={
        <>
          {lanes.comingIn.length === 0 && empty}
          {order.map((entry) => (
            <EntryCard key={callOf(entry).id} entry={entry} now={now} line={line} selectedId={selectedId} />
          ))}
          <ComingInRows lanes={lanes} now={now} line={line} />
        </>
      }
    >
      <LongestWait waiting={waiting} now={now} />
    </Lane>
  );
}

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
