import type { LineView } from '../../features/calls/model/calls-model.ts';
import { useNow } from '../../features/calls/model/use-now.ts';
import { PeopleLane } from '../../features/people/components/people-lane.tsx';
import { useMediaQuery, wideWindow } from '../../lib/use-media-query.ts';
import type { ConsoleModel } from './console-model.ts';
import { useFind } from './use-find.tsx';

type PeopleSideProps = {
  readonly model: ConsoleModel;
  readonly meId: string;
  readonly line: LineView;
  /** Since when the server tells nothing (this computer's clock, ms since the epoch); null: it does. */
  readonly silentSince: number | null;
};

/** The people with the time that runs for them: it stands still while nobody knows how they stand. */
export function PeopleSide({ model, meId, line, silentSince }: PeopleSideProps) {
  const { clock, calls } = model.calls;
  const running = useNow(clock, calls.now);
  const now = silentSince === null ? running : silentSince + calls.store.getState().clockOffset;
  const find = useFind(model, line);
  // Where they have a page of their own, its title is theirs.
  const isBeside = useMediaQuery(wideWindow);
  return <PeopleLane level={isBeside ? 2 : 1} people={model.people} {...{ meId, find, now }} asOf={silentSince} />;
}
