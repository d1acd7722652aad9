import { EntryCard } from '../../features/calls/components/entry-card.tsx';
import { NowBar } from '../../features/calls/components/now-bar.tsx';
import { RingingStrip } from '../../features/calls/components/ringing-strip.tsx';
import { useCallsModel, useLanes, useSelectedId, type LineView } from '../../features/calls/model/calls-model.ts';
import { callOf, currentOf, firstOf, isLost, longestHeld } from '../../features/calls/model/lanes.ts';
import { useNow } from '../../features/calls/model/use-now.ts';

type CallsElsewhereProps = { readonly line: LineView; readonly onShow: () => void };

/** The calls while another page has the room: who rings, whom one was cut off from, and whom one talks to. */
export function CallsElsewhere({ line, onShow }: CallsElsewhereProps) {
  const model = useCallsModel();
  const lanes = useLanes(model);
  const now = useNow(model.clock, model.calls.now);
  const selectedId = useSelectedId(lanes);
  const { answerable, yours, withYou } = lanes;
  const first = firstOf(lanes, selectedId);
  const lost = yours.find(isLost);
  const current = currentOf(lanes) ?? (lost === undefined ? longestHeld(lanes) : undefined);
  // Who was not reached may be called again from here; what else has ended is told on the page of the calls.
  const unreached = withYou.filter((entry) => entry.kind === 'farewell' && entry.farewell.kind === 'notReached');
  if (first === undefined && yours.length === 0 && unreached.length === 0) return null;
  const shared = { now, line };
  return (
    <div className="calls-elsewhere">
      {first && (
        <RingingStrip
          call={first}
          others={answerable.length - 1}
          isSelected={first.id === selectedId}
          onShow={onShow}
          {...shared}
        />
      )}
      {unreached.map((entry) => (
        <EntryCard key={callOf(entry).id} entry={entry} selectedId={null} {...shared} />
      ))}
      {lost && <NowBar call={lost} onExpand={onShow} {...shared} />}
      {current && <NowBar call={current} onExpand={onShow} {...shared} />}
    </div>
  );
}
