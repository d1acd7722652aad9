import { EntryCard } from '../../features/calls/components/entry-card.tsx';
import { NowBar } from '../../features/calls/components/now-bar.tsx';
import { RingingStrip } from '../../features/calls/components/ringing-strip.tsx';
import { useCallsModel, useLanes, type LineView } from '../../features/calls/model/calls-model.ts';
import { callOf } from '../../features/calls/model/lanes.ts';
import { useNow } from '../../features/calls/model/use-now.ts';

type CallsElsewhereProps = { readonly line: LineView; readonly onShow: () => void };

/** The calls while another page has the room: who rings, and whom one talks to, one touch from the calls. */
export function CallsElsewhere({ line, onShow }: CallsElsewhereProps) {
  const model = useCallsModel();
  const { answerable, yours, withYou } = useLanes(model);
  const now = useNow(model.clock, model.calls.now);
  // The same as F2 would take.
  const [first] = answerable;
  const current = yours.find(({ state }) => state !== 'held') ?? yours[0];
  // Who was not reached may be called again from here; what else has ended is told on the page of the calls.
  const unreached = withYou.filter((entry) => entry.kind === 'farewell' && entry.farewell.kind === 'notReached');
  if (first === undefined && current === undefined && unreached.length === 0) return null;
  return (
    <div className="calls-elsewhere">
      {first && <RingingStrip call={first} others={answerable.length - 1} now={now} line={line} onShow={onShow} />}
      {unreached.map((entry) => (
        <EntryCard key={callOf(entry).id} entry={entry} now={now} line={line} selectedId={null} />
      ))}
      {current && <NowBar call={current} now={now} line={line} onExpand={onShow} />}
    </div>
  );
}
