import { ListFilter, Search } from 'lucide-react';
import { useId } from 'react';
import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { chosenCount, everything, type RecordingsFilter } from '../model/recordings-filter.ts';
import type { RecordingsListStore } from '../model/recordings-list.ts';

/** A line or a person to choose by. */
export type Choice = { readonly id: string; readonly name: string };

type RecordingsFiltersProps = {
  readonly list: RecordingsListStore;
  readonly newVoicemails: number;
  readonly queues: readonly Choice[];
  readonly people: readonly Choice[];
};

/** Which recordings: their kind, what was said or by whom, and when. */
export function RecordingsFilters({ list, newVoicemails, queues, people }: RecordingsFiltersProps) {
  const texts = strings.recordings;
  const filter = useStore(list.store, (state) => state.filter);
  const { voicemail, voicemailNew } = texts.kinds;
  const kinds: readonly { readonly value: RecordingsFilter['kind']; readonly label: string }[] = [
    { value: 'all', label: texts.kinds.all },
    { value: 'call', label: texts.kinds.call },
    { value: 'voicemail', label: newVoicemails === 0 ? voicemail : fill(voicemailNew, { count: newVoicemails }) },
  ];
  return (
    <search className="recordings-filters">
      <Segments
        label={texts.kinds.label}
        options={kinds}
        value={filter.kind}
        onChange={(kind) => list.choose({ kind })}
      />
      <span className="recordings-search">
        <Icon of={Search} className="faint" />
        <input
          type="search"
          className="field"
          aria-label={texts.search}
          title={texts.search}
          placeholder={texts.searchHint}
          maxLength={200}
          value={filter.search}
          onChange={({ target }) => list.choose({ search: target.value })}
        />
      </span>
      <FilterMenu {...{ filter, list, queues, people }} />
    </search>
  );
}

type FilterMenuProps = Omit<RecordingsFiltersProps, 'newVoicemails'> & { readonly filter: RecordingsFilter };

function FilterMenu({ filter, list, queues, people }: FilterMenuProps) {
  const texts = strings.recordings.filter;
  const id = useId();
  const summary = summaryOf(filter, queues);
  return (
    <span className="recordings-filter">
      <Act icon={ListFilter} label={summary} name={fill(texts.name, { summary })} popoverTarget={id} />
      <section id={id} popover="auto" className="pop recordings-filter-box" aria-label={texts.title}>
        <When filter={filter} list={list} />
        <Select label={texts.line} value={filter.queueId} onChange={(queueId) => list.choose({ queueId })}>
          {{ '': texts.anyLineOption, ...Object.fromEntries(queues.map(({ id: key, name }) => [key, name])) }}
        </Select>
        <Select label={texts.person} value={filter.userId} onChange={(userId) => list.choose({ userId })}>
          {{ '': texts.anyPerson, ...Object.fromEntries(people.map(({ id: key, name }) => [key, name])) }}
        </Select>
        <Select
          label={texts.length}
          value={filter.length}
          onChange={(length) => list.choose({ length: keyOf(texts.lengths, length) ?? 'any' })}
        >
          {texts.lengths}
        </Select>
        <Select
          label={texts.handled}
          value={filter.handled}
          onChange={(handled) => list.choose({ handled: keyOf(texts.handledOptions, handled) ?? 'any' })}
        >
          {texts.handledOptions}
        </Select>
        <Act
          size="min"
          label={texts.reset}
          onPress={() => list.choose({ ...everything, kind: filter.kind, search: filter.search })}
        />
      </section>
    </span>
  );
}

function When({ filter, list }: Pick<FilterMenuProps, 'filter' | 'list'>) {
  const texts = strings.recordings.filter;
  return (
    <>
      <Select
        label={texts.time}
        value={filter.when}
        onChange={(when) => list.choose({ when: keyOf(texts.times, when) ?? 'any' })}
      >
        {texts.times}
      </Select>
      {filter.when === 'dates' && (
        <div className="recordings-dates">
          <DateField label={texts.from} value={filter.fromDate} onChange={(fromDate) => list.choose({ fromDate })} />
          <DateField label={texts.to} value={filter.toDate} onChange={(toDate) => list.choose({ toDate })} />
        </div>
      )}
    </>
  );
}

type FieldProps = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void };

function Select({
  label,
  value,
  onChange,
  children,
}: FieldProps & { readonly children: Readonly<Record<string, string>> }) {
  const id = useId();
  return (
    <div className="col">
      <label className="small b" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="field" value={value} onChange={({ target }) => onChange(target.value)}>
        {Object.entries(children).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function DateField({ label, value, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className="col">
      <label className="small b" htmlFor={id}>
        {label}
      </label>
      <input id={id} type="date" className="field" value={value} onChange={({ target }) => onChange(target.value)} />
    </div>
  );
}

function keyOf<Key extends string>(texts: Readonly<Record<Key, string>>, value: string): Key | undefined {
  const isKey = (key: string): key is Key => Object.hasOwn(texts, key);
  return isKey(value) ? value : undefined;
}

/** `7 days, any line`: what is chosen, in the fewest words. */
function summaryOf(filter: RecordingsFilter, queues: readonly Choice[]): string {
  const texts = strings.recordings.filter;
  const line = queues.find(({ id }) => id === filter.queueId)?.name ?? texts.anyLine;
  const count = chosenCount(filter);
  return [texts.times[filter.when], line, ...(count === 0 ? [] : [fill(texts.more, { count })])].join(', ');
}
