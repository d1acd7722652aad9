import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Field } from '../../../ui/field.tsx';
import { nextSpan, type ExceptionDraft } from '../model/hours-draft.ts';
import { SpanFields } from './span-fields.tsx';

type ExceptionsEditorProps = {
  readonly exceptions: readonly ExceptionDraft[];
  readonly faults: readonly (string | null)[];
  readonly onChange: (exceptions: readonly ExceptionDraft[]) => void;
};

const texts = strings.admin.hours;

/** The days that are not as their weekday is. */
export function ExceptionsEditor({ exceptions, faults, onChange }: ExceptionsEditorProps) {
  const id = useId();
  const put = (place: number, exception: ExceptionDraft): void => onChange(exceptions.with(place, exception));
  const remove = (place: number): void => onChange(exceptions.filter((_one, at) => at !== place));
  return (
    <section className="panel admin-exceptions" aria-labelledby={id}>
      <header className="row">
        <div className="col grow">
          <h2 id={id}>{texts.exceptions}</h2>
          <p className="small muted">{texts.exceptionsHint}</p>
        </div>
        <Act
          icon={Plus}
          label={texts.addDay}
          onPress={() => onChange([...exceptions, { from: '', to: '', spans: [] }])}
        />
      </header>
      {exceptions.map((exception, place) => (
        <ExceptionRow
          // They have no name but their place.
          // oxlint-disable-next-line react/no-array-index-key
          key={place}
          name={fill(texts.exception, { place: place + 1 })}
          exception={exception}
          fault={faults[place] ?? null}
          onChange={(next) => put(place, next)}
          onRemove={() => remove(place)}
        />
      ))}
    </section>
  );
}

type ExceptionRowProps = {
  readonly name: string;
  readonly exception: ExceptionDraft;
  readonly fault: string | null;
  readonly onChange: (exception: ExceptionDraft) => void;
  readonly onRemove: () => void;
};

function ExceptionRow({ name, exception, fault, onChange, onRemove }: ExceptionRowProps) {
  const { from, to, spans } = exception;
  const isWrong = fault !== null;
  const faultId = useId();
  // The last day follows the first until somebody says otherwise.
  const setFirst = (first: string): void =>
    onChange({ ...exception, from: first, to: to === '' || to === from ? first : to });
  const date = (label: string, value: string, onDate: (date: string) => void) => (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="date"
          className="form-control admin-date"
          aria-invalid={isWrong || undefined}
          value={value}
          onChange={(event) => onDate(event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <fieldset className="admin-exception" aria-describedby={isWrong ? faultId : undefined}>
      <legend className="sr">{name}</legend>
      {date(texts.firstDay, from, setFirst)}
      {date(texts.lastDay, to, (last) => onChange({ ...exception, to: last }))}
      <div className="col grow admin-exception-times">
        <SpanFields
          day={name}
          spans={spans}
          isWrong={isWrong}
          onChange={(next) => onChange({ ...exception, spans: next })}
          onAdd={() => onChange({ ...exception, spans: [...spans, nextSpan(spans)] })}
        />
        <p id={faultId} className="small b tone-end" role="alert">
          {fault}
        </p>
      </div>
      <Act
        size="min"
        tone="ghost"
        icon={X}
        iconOnly
        label={fill(texts.removeException, { place: name.replace(/\D+/, '') })}
        onPress={onRemove}
      />
    </fieldset>
  );
}
