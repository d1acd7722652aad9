import { TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { dayAndTime } from '../../../lib/time-of-day.ts';
import { Act } from '../../../ui/act.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Section } from '../../../ui/sections-page.tsx';
import { auditActions, type AuditEntry, type AuditFilter, type AuditList } from '../model/audit-list.ts';

type AuditSectionProps = {
  readonly audit: AuditList;
  readonly people: readonly { readonly id: string; readonly name: string }[];
};

const texts = strings.admin.audit;
const columns = [
  { title: texts.action },
  { title: texts.person, kind: 'drops' },
  { title: texts.about, kind: 'drops' },
  { title: texts.when, kind: 'drops' },
] as const;

/** Who heard, fetched, shared, deleted or changed what. */
export function AuditSection({ audit, people }: AuditSectionProps) {
  const { entries, hasMore, failure, filter } = useStore(audit.store);
  useEffect(() => audit.follow(), [audit]);
  const isFiltered = Object.values(filter).some((one) => one.trim() !== '');
  return (
    <Section title={texts.title} hint={texts.hint}>
      <Filters audit={audit} people={people} />
      <div role="alert">
        {failure !== null && (
          <Banner
            tone="bad"
            icon={TriangleAlert}
            title={fill(texts.failed, { reason: failure })}
            cure={<Act size="min" label={texts.again} onPress={audit.again} />}
          />
        )}
      </div>
      {entries === null && failure === null && <output className="panel admin-empty muted">{texts.loading}</output>}
      {entries !== null && entries.length === 0 && (
        <p className="panel admin-empty muted">{isFiltered ? texts.found : texts.empty}</p>
      )}
      {entries !== null && entries.length > 0 && (
        <DataTable caption={texts.title} columns={columns}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </DataTable>
      )}
      {hasMore && (
        <div>
          <Act label={texts.older} onPress={audit.older} />
        </div>
      )}
    </Section>
  );
}

function Entry({ entry: { at, by, action, about } }: { readonly entry: AuditEntry }) {
  const who = by?.name ?? texts.house;
  return (
    <tr>
      <th scope="row">
        <span className="b">{texts.actions[action]}</span>
        <span className="small muted only-narrow">
          <bdi>{who}</bdi>, {dayAndTime(at)}
        </span>
        <bdi className="small muted only-narrow">{about}</bdi>
      </th>
      <td className="drops">
        <bdi>{who}</bdi>
      </td>
      <td className="drops">
        <bdi>{about}</bdi>
      </td>
      <td className="drops num">{dayAndTime(at)}</td>
    </tr>
  );
}

const isAction = (value: string): value is AuditFilter['action'] =>
  value === '' || auditActions.some((one) => one === value);

function Filters({ audit, people }: AuditSectionProps) {
  const { action, userId, search } = useStore(audit.store, ({ filter }) => filter);
  return (
    <search className="admin-filters">
      <input
        type="search"
        className="form-control"
        aria-label={texts.search}
        placeholder={texts.searchHint}
        maxLength={80}
        value={search}
        onChange={({ target }) => audit.choose({ search: target.value })}
      />
      <select
        className="form-control"
        aria-label={texts.action}
        value={action}
        onChange={({ target }) => isAction(target.value) && audit.choose({ action: target.value })}
      >
        <option value="">{texts.anyAction}</option>
        {auditActions.map((one) => (
          <option key={one} value={one}>
            {texts.actions[one]}
          </option>
        ))}
      </select>
      <select
        className="form-control"
        aria-label={texts.person}
        value={userId}
        onChange={({ target }) => audit.choose({ userId: target.value })}
      >
        <option value="">{texts.anybody}</option>
        {people
          .toSorted((a, b) => a.name.localeCompare(b.name))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
    </search>
  );
}
