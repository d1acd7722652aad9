import { Check, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { fill, plural } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { timeOfDay } from '../../../lib/time-of-day.ts';
import { Chip } from '../../../ui/chip.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Section } from '../../../ui/sections-page.tsx';
import { healthRows, type HealthRow, type Level } from '../model/health-rows.ts';
import type { HealthStore } from '../model/health-store.ts';
import { SaveFailure } from './save-failure.tsx';

const texts = strings.admin.health;
const columns = [
  { title: texts.part },
  { title: texts.state },
  { title: texts.advice, kind: 'drops' },
  { title: texts.measure, kind: 'drops' },
] as const;

type Look = { readonly tone: 'answer' | 'wait' | 'end-tone'; readonly icon: LucideIcon };
const looks: Readonly<Record<Level, Look>> = {
  good: { tone: 'answer', icon: Check },
  soon: { tone: 'wait', icon: TriangleAlert },
  bad: { tone: 'end-tone', icon: X },
};

/** How every part of the system is, and what to do where it is not well. Asked anew while somebody looks. */
export function HealthSection({ health: store }: { readonly health: HealthStore }) {
  const { health, failure } = useStore(store.store);
  useEffect(() => store.start(), [store]);
  const rows = health === null ? [] : healthRows(health);
  const attention = rows.filter(({ level }) => level !== 'good').length;
  return (
    <Section title={texts.title}>
      <output className="muted">{health === null ? texts.asking : summary(attention)}</output>
      <SaveFailure failure={failure === null ? null : staleWords(health?.checkedAt ?? null)} />
      {health !== null && (
        <DataTable caption={texts.title} columns={columns}>
          {rows.map((row) => (
            <PartRow key={row.id} row={row} />
          ))}
        </DataTable>
      )}
    </Section>
  );
}

const summary = (attention: number): string =>
  attention === 0 ? texts.allWell : fill(plural(attention, texts.attention), { count: attention });

const staleWords = (checkedAt: number | null): string =>
  checkedAt === null ? strings.failures.unreachable : fill(texts.stale, { time: timeOfDay(checkedAt) });

function PartRow({ row }: { readonly row: HealthRow }) {
  const { title, level, facts, advice, latencyMs } = row;
  const { tone, icon } = looks[level];
  return (
    <tr>
      <th scope="row">
        <span className="b">{title}</span>
        {facts.map((fact) => (
          <span key={fact} className="small muted admin-fact">
            {fact}
          </span>
        ))}
        {advice !== undefined && <span className="small b only-narrow">{advice}</span>}
      </th>
      <td>
        <Chip tone={tone} icon={icon}>
          {texts.levels[level]}
        </Chip>
      </td>
      <td className="drops">{advice}</td>
      <td className="drops num">{latencyMs !== undefined && fill(texts.ms, { count: Math.round(latencyMs) })}</td>
    </tr>
  );
}
