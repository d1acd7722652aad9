import { Download, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { belongs, type WorkListStore } from '../model/worklist-list.ts';
import type { WorkView } from '../model/worklist-list.ts';
import { isOpen } from '../model/work-table.ts';
import { isMine } from '../model/worklist.ts';
import { Pick, SearchField, type Choice } from './history-filters.tsx';
import { HistoryView, type HistoryViewProps } from './history-view.tsx';
import { RowKeyHints } from './row-key-hints.tsx';
import { WorkRows, type WorkRowsProps } from './work-rows.tsx';
import './worklist.css';

export type PageView = WorkView | 'all';

export type WorklistPageProps = Omit<WorkRowsProps, 'items' | 'caption'> &
  Pick<HistoryViewProps, 'history' | 'server' | 'people' | 'storyId' | 'onStory'> & {
    readonly view: PageView;
    readonly onView: (view: PageView) => void;
    readonly list: WorkListStore;
    readonly lines: readonly Choice[];
    /** Where what is shown can be had as CSV; null: nowhere just now. */
    readonly exportOf: (view: PageView) => string;
    /** Not connected: what is shown may not be so any more. */
    readonly isStale: boolean;
  };

/** Who is to be called back and who does it, and every call with its story. */
export function WorklistPage(props: WorklistPageProps) {
  const texts = strings.worklist;
  const { view, isStale } = props;
  const isAll = view === 'all';
  return (
    <section className="work-page" aria-labelledby="work-title">
      <header className="row">
        <h1 id="work-title">{isAll ? texts.allTitle : texts.title}</h1>
        <p className="muted hide-narrow">{isAll ? texts.allHint : texts.hint}</p>
      </header>
      {isStale && <Banner tone="wait" icon={TriangleAlert} title={texts.stale} />}
      <div className="work-head">
        <Views {...props} />
        {!isAll && <ListFilters list={props.list} lines={props.lines} />}
        <a href={props.exportOf(view)} download className="act act-row-size work-export" aria-label={texts.exportName}>
          <Icon of={Download} size={18} />
          {texts.export}
        </a>
      </div>
      {isAll ? <HistoryView {...props} /> : <ListView {...props} view={view} />}
    </section>
  );
}

function Views({ view, onView, list, work, meId }: WorklistPageProps) {
  const texts = strings.worklist;
  const counts = useStore(list.store, (state) => state.counts);
  const table = useStore(work.table.store);
  const items = Object.values(table);
  const open = items.filter(isOpen).length;
  const mine = items.filter((item) => isMine(item, meId)).length;
  const options: readonly { readonly value: PageView; readonly label: string }[] = [
    { value: 'open', label: counts === null ? texts.openNoCount : fill(texts.open, { count: open }) },
    { value: 'all', label: texts.all },
    { value: 'mine', label: mine === 0 ? texts.mine : fill(texts.mineCount, { count: mine }) },
    {
      value: 'doneToday',
      label: counts === null ? texts.doneTodayNoCount : fill(texts.doneToday, { count: counts.doneToday }),
    },
  ];
  return <Segments label={texts.views} options={options} value={view} onChange={onView} />;
}

function ListFilters({ list, lines }: Pick<WorklistPageProps, 'list' | 'lines'>) {
  const texts = strings.worklist;
  const { search, queueId } = useStore(list.store, ({ filter }) => filter);
  return (
    <search className="work-filters">
      <SearchField value={search} onChange={(words) => list.choose({ search: words })} />
      <Pick
        label={texts.line}
        none={texts.everyLine}
        options={lines}
        value={queueId}
        onChange={(chosen) => list.choose({ queueId: chosen })}
      />
    </search>
  );
}

function ListView(props: WorklistPageProps & { readonly view: WorkView }) {
  const texts = strings.worklist;
  const { list, work, meId, view } = props;
  const { ids, failure, filter } = useStore(list.store);
  const table = useStore(work.table.store);
  const items = useMemo(
    () => (ids ?? []).flatMap((id) => table[id] ?? []).filter((item) => belongs(item, view, meId)),
    [ids, table, view, meId],
  );
  const isSearched = filter.search.trim() !== '' || filter.queueId !== '';
  return (
    <>
      {failure !== null && (
        <div role="alert">
          <Banner
            tone="bad"
            icon={TriangleAlert}
            title={fill(texts.failed, { reason: failure })}
            cure={<Act size="min" label={texts.again} onPress={list.again} />}
          />
        </div>
      )}
      {ids === null && failure === null && <output className="panel work-empty muted">{texts.loading}</output>}
      <WorkRows {...props} items={items} caption={texts.title} />
      {ids !== null && items.length === 0 && (
        <p className="panel work-empty muted">{isSearched ? texts.empty.found : texts.empty[view]}</p>
      )}
      {items.length > 0 && <RowKeyHints />}
    </>
  );
}
