import { strings } from '../../../lib/strings/strings.ts';
import { Field } from '../../../ui/field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import type { HoursDraft, SpanDraft } from '../model/hours-draft.ts';
import type { HoursFaults } from '../model/hours-faults.ts';
import { DayRow } from './day-row.tsx';
import { ExceptionsEditor } from './exceptions-editor.tsx';

type HoursEditorProps = {
  readonly draft: HoursDraft;
  /** Null until somebody has tried to save what cannot be. */
  readonly faults: HoursFaults | null;
  readonly onChange: (draft: HoursDraft) => void;
};

const texts = strings.admin.hours;

/** A week, its time zone, and the days that are otherwise. */
export function HoursEditor({ draft, faults, onChange }: HoursEditorProps) {
  const setDay = (day: number, spans: readonly SpanDraft[]): void =>
    onChange({ ...draft, week: draft.week.with(day, spans) });
  return (
    <>
      <div className="panel admin-hours">
        <div className="admin-hours-head">
          <Switch label={texts.always} isOn={draft.always} onChange={(always) => onChange({ ...draft, always })} />
          <TimeZone value={draft.timeZone} onChange={(timeZone) => onChange({ ...draft, timeZone })} />
        </div>
        {!draft.always &&
          draft.week.map((spans, day) => (
            <DayRow
              key={texts.days[day]}
              name={texts.days[day] ?? ''}
              spans={spans}
              fault={faults?.week[day] ?? null}
              onChange={(next) => setDay(day, next)}
            />
          ))}
      </div>
      <ExceptionsEditor
        exceptions={draft.exceptions}
        faults={faults?.exceptions ?? []}
        onChange={(exceptions) => onChange({ ...draft, exceptions })}
      />
    </>
  );
}

type TimeZoneProps = { readonly value: string; readonly onChange: (value: string) => void };

function TimeZone({ value, onChange }: TimeZoneProps) {
  const zones = [...new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort((a, b) => (a < b ? -1 : 1));
  return (
    <Field label={texts.timeZone}>
      {(control) => (
        <select {...control} className="form-control" value={value} onChange={(event) => onChange(event.target.value)}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
