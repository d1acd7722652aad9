import { Search } from 'lucide-react';
import { useId } from 'react';
import { useStore } from 'zustand';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { historyEnds, isFiltered, noFilter, type HistoryFilter } from '../model/history-filter.ts';
import type { HistoryStore } from '../model/history-list.ts';

export type Choice = { readonly id: string; readonly name: string };

type HistoryFiltersProps = {
  readonly history: HistoryStore;
  readonly lines: readonly Choice[];
  readonly people: readonly Choice[];
};

const texts = strings.worklist;

const isEnd = (value: string): value is HistoryFilter['ended'] =>
  value === '' || historyEnds.some((one) => one === value);
const isDirection = (value: string): value is HistoryFilter['direction'] =>
  value === '' || value === 'inbound' || value === 'outbound';

/** Which calls are shown. */
export function HistoryFilters({ history, lines, people }: HistoryFiltersProps) {
  const filter = useStore(history.store, (state) => state.filter);
  const ends = historyEnds.map((id) => ({ id, name: texts.history.ends[id] }));
  const ways = [
    { id: 'inbound', name: texts.history.incoming },
    { id: 'outbound', name: texts.history.outgoing },
  ];
  return (
    <search className="work-filters">
      <SearchField value={filter.search} onChange={(search) => history.choose({ search })} />
      <Pick
        label={texts.line}
        none={texts.everyLine}
        options={lines}
        value={filter.queueId}
        onChange={(queueId) => history.choose({ queueId })}
      />
      <Pick
        label={texts.history.who}
        none={texts.history.everybody}
        options={people}
        value={filter.userId}
        onChange={(userId) => history.choose({ userId })}
      />
      <Pick
        label={texts.history.direction}
        none={texts.history.anyDirection}
        options={ways}
        value={filter.direction}
        onChange={(direction) => isDirection(direction) && history.choose({ direction })}
      />
      <Pick
        label={texts.history.ended}
        none={texts.history.anyEnd}
        options={ends}
        value={filter.ended}
        onChange={(ended) => isEnd(ended) && history.choose({ ended })}
      />
      <Day label={texts.history.from} value={filter.from} onChange={(from) => history.choose({ from })} />
      <Day label={texts.history.to} value={filter.to} onChange={(to) => history.choose({ to })} />
      {isFiltered(filter) && <Act tone="ghost" label={texts.history.clear} onPress={() => history.choose(noFilter)} />}
    </search>
  );
}

type ValueProps = { readonly value: string; readonly onChange: (value: string) => void };

export function SearchField({ value, onChange }: ValueProps) {
  return (
    <span className="work-search">
      <Icon of={Search} className="faint" />
      <input
        type="search"
        className="field"
        aria-label={texts.search}
        placeholder={texts.searchHint}
        maxLength={80}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </span>
  );
}

type PickProps = ValueProps & { readonly label: string; readonly none: string; readonly options: readonly Choice[] };

export function Pick({ label, none, options, value, onChange }: PickProps) {
  return (
    <select className="field" aria-label={label} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{none}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Day({ label, value, onChange }: ValueProps & { readonly label: string }) {
  const id = useId();
  return (
    <span className="row">
      <label className="small muted" htmlFor={id}>
        {label}
      </label>
      <input id={id} type="date" className="field" value={value} onChange={({ target }) => onChange(target.value)} />
    </span>
  );
}
