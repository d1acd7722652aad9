import { useMemo } from 'react';
import { ComingInRows } from '../../features/calls/components/coming-in-rows.tsx';
import { EntryCard } from '../../features/calls/components/entry-card.tsx';
import { OtherDeskRows } from '../../features/calls/components/with-you.tsx';
import { CallsContext, useCallsModel, useLanes } from '../../features/calls/model/calls-model.ts';
import { callOf } from '../../features/calls/model/lanes.ts';
import { connected } from './connected.ts';
import { galleryNow, type Exhibit, type ExhibitDesk } from './exhibit.ts';

type ShowExhibitProps = { readonly exhibit: Exhibit; readonly desk: ExhibitDesk };

/** One exhibit: its cards and rows as its lane would draw them. */
export function ShowExhibit({ exhibit, desk }: ShowExhibitProps) {
  return (
    <CallsContext value={desk.model}>
      <section className={`exhibit ${exhibit.lane}`} data-state={exhibit.name} aria-label={exhibit.name}>
        <h2>{exhibit.name}</h2>
        <Cards exhibit={exhibit} />
      </section>
    </CallsContext>
  );
}

function Cards({ exhibit }: Pick<ShowExhibitProps, 'exhibit'>) {
  const lanes = useLanes(useCallsModel());
  const line = useMemo(() => ({ ...connected, ...exhibit.line }), [exhibit]);
  const [first] = lanes.answerable;
  const selectedId = exhibit.isSelected === true ? (first?.id ?? null) : null;
  // Of an exhibit of what comes in, the call that keeps the desk busy is not the point.
  const entries = exhibit.lane === 'comingIn' ? lanes.comingIn : lanes.withYou;
  return (
    <div className="lane-body">
      {entries.map((entry) => (
        <EntryCard key={callOf(entry).id} entry={entry} now={galleryNow} line={line} selectedId={selectedId} />
      ))}
      <ComingInRows lanes={lanes} now={galleryNow} line={line} />
      {exhibit.lane === 'withYou' && <OtherDeskRows lanes={lanes} now={galleryNow} />}
    </div>
  );
}
