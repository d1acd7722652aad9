import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { everything, isEverything } from '../model/recordings-filter.ts';
import { pageOf, type RecordingsListStore } from '../model/recordings-list.ts';
import type { RecordingTable } from '../model/recording-table.ts';
import type { FormatNumber } from '../model/recording-words.ts';
import { RecordingRow } from './recording-row.tsx';

type RecordingsListProps = {
  readonly list: RecordingsListStore;
  readonly table: RecordingTable;
  readonly now: number;
  readonly format: FormatNumber;
  readonly openId: string | null;
  readonly onGo: (to: string) => void;
};

/** One page of what was recorded, the latest first. */
export function RecordingsList({ list, table, now, format, openId, onGo }: RecordingsListProps) {
  const texts = strings.recordings;
  const { ids, failure, filter } = useStore(list.store);
  const known = useStore(table.store);
  const shown = ids?.flatMap((id) => known[id] ?? []) ?? [];
  const entryId = shown.find(({ id }) => id === openId)?.id ?? shown[0]?.id;
  const body = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (openId !== null) rowOf(body.current, openId)?.scrollIntoView({ block: 'nearest' });
  }, [openId]);
  return (
    <>
      {failure !== null && (
        <Banner
          tone="bad"
          icon={TriangleAlert}
          title={fill(texts.failed, { reason: failure })}
          cure={<Act label={texts.again} onPress={list.again} />}
        />
      )}
      {ids === null && failure === null && <output className="muted recordings-nothing">{texts.loading}</output>}
      {ids !== null && shown.length === 0 && (
        <div className="panel recordings-nothing muted">
          <p>{isEverything(filter) ? texts.empty : texts.nothingFound}</p>
          {!isEverything(filter) && <Act label={texts.clear} onPress={() => list.choose(everything)} />}
        </div>
      )}
      {shown.length > 0 && (
        <div className="panel recordings-table">
          <div className="recording-row head small" aria-hidden>
            <span />
            <span className="b">{texts.columns.caller}</span>
            <span className="b recording-when">{texts.columns.when}</span>
            <span className="b recording-length">{texts.columns.length}</span>
          </div>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows go from link to link */}
          <ul ref={body} aria-label={texts.title} onKeyDown={moveFocus}>
            {shown.map((recording) => (
              <RecordingRow
                key={recording.id}
                {...{ recording, now, format, onGo }}
                isOpen={recording.id === openId}
                isEntry={recording.id === entryId}
              />
            ))}
          </ul>
          <Paging list={list} />
        </div>
      )}
    </>
  );
}

const rowOf = (list: HTMLElement | null, id: string): Element | null | undefined =>
  list?.querySelector(`[data-recording="${CSS.escape(id)}"]`);

function Paging({ list }: Pick<RecordingsListProps, 'list'>) {
  const texts = strings.recordings;
  const { offset, total, ids, isAsking } = useStore(list.store);
  const to = offset + (ids?.length ?? 0);
  return (
    <div className="row small muted recordings-paging">
      <output>{fill(texts.range, { from: offset + 1, to, total })}</output>
      <span className="row end">
        {offset > 0 && <Act size="min" label={texts.newer} busy={isAsking} onPress={() => list.turn('newer')} />}
        {offset + pageOf < total && (
          <Act size="min" label={texts.older} busy={isAsking} onPress={() => list.turn('older')} />
        )}
      </span>
    </div>
  );
}

/** The arrows, Home and End go from line to line; Enter opens one, as it opens any link. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const rows = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('a'));
  const at = rows.findIndex((row) => row === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  rows[to]?.focus();
}
