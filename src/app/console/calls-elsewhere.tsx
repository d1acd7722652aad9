import { NowBar, RingingStrip } from '../../features/calls/components/narrow-bars.tsx';
import { useCallsModel, useLanes, type LineView } from '../../features/calls/model/calls-model.ts';
import { useNow } from '../../features/calls/model/use-now.ts';

type CallsElsewhereProps = { readonly line: LineView; readonly onShow: () => void };

/** The calls while another page has the room: who rings, and whom one talks to, one touch from the calls. */
export function CallsElsewhere({ line, onShow }: CallsElsewhereProps) {
  const model = useCallsModel();
  const { ringingHere, yours } = useLanes(model);
  const now = useNow(model.clock, model.calls.now);
  const [first] = ringingHere;
  const current = yours.find(({ state }) => state !== 'held') ?? yours[0];
  if (first === undefined && current === undefined) return null;
  return (
    <div className="calls-elsewhere">
      {first && <RingingStrip call={first} others={ringingHere.length - 1} now={now} line={line} onShow={onShow} />}
      {current && <NowBar call={current} now={now} line={line} onExpand={onShow} />}
    </div>
  );
}
