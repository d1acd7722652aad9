import { useState, type ReactNode } from 'react';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { LineView } from '../model/calls-model.ts';
import { callOf, firstOf, type Lanes } from '../model/lanes.ts';
import { ComingIn } from './coming-in.tsx';
import { LaneHeading } from './lane.tsx';
import { NowBar } from './now-bar.tsx';
import { RingingStrip } from './ringing-strip.tsx';
import { WithYou } from './with-you.tsx';

type NarrowLanesProps = {
  readonly lanes: Lanes;
  readonly now: number;
  readonly line: LineView;
  readonly selectedId: string | null;
  readonly empty: ReactNode;
  readonly answeredId: string | null;
};

/**
 * One above the other. While a call is on, either it or the ringing ones have the room, and the others are a bar: a call
 * that was just answered opens, and a touch changes over.
 */
export function NarrowLanes({ lanes, now, line, selectedId, empty, answeredId }: NarrowLanesProps) {
  const current = lanes.yours.find(({ state }) => state !== 'held');
  const [choice, setChoice] = useState<{ readonly callId: string; readonly isOpen: boolean } | null>(null);
  const isOpen =
    current !== undefined &&
    (choice?.callId === current.id ? choice.isOpen : answeredId === current.id || lanes.answerable.length === 0);
  const choose = (open: boolean): void =>
    setChoice(current === undefined ? null : { callId: current.id, isOpen: open });
  const first = firstOf(lanes, selectedId);

  if (isOpen) {
    return (
      <div className="lanes">
        {first && <Ringing {...{ lanes, first, selectedId, now, line }} onShow={() => choose(false)} />}
        <WithYou lanes={lanes} entries={lanes.withYou} now={now} line={line} />
      </div>
    );
  }
  const others = lanes.withYou.filter((entry) => callOf(entry).id !== current?.id);
  return (
    <div className="lanes">
      <ComingIn lanes={lanes} now={now} line={line} selectedId={selectedId} empty={empty} />
      {others.length > 0 && <WithYou lanes={lanes} entries={others} now={now} line={line} />}
      {current && <NowBar call={current} now={now} line={line} onExpand={() => choose(true)} />}
    </div>
  );
}

type RingingProps = Pick<NarrowLanesProps, 'lanes' | 'selectedId' | 'now' | 'line'> & {
  readonly first: Lanes['answerable'][number];
  readonly onShow: () => void;
};

function Ringing({ lanes, first, selectedId, ...rest }: RingingProps) {
  const texts = strings.calls;
  const { length: count } = lanes.answerable;
  return (
    <section className="lane" aria-labelledby="coming-in">
      <LaneHeading id="coming-in" title={texts.comingIn} count={fill(texts.ringingCount, { count })} />
      <RingingStrip call={first} others={count - 1} isSelected={first.id === selectedId} {...rest} />
    </section>
  );
}
