import { useId } from 'react';
import { nextSpan, spanOf, type SpanDraft } from '../model/hours-draft.ts';
import { SpanFields } from './span-fields.tsx';

type DayRowProps = {
  readonly name: string;
  readonly spans: readonly SpanDraft[];
  readonly fault: string | null;
  readonly onChange: (spans: readonly SpanDraft[]) => void;
};

/** One day of the week: its name, its times as a bar, and the same times to be changed. */
export function DayRow({ name, spans, fault, onChange }: DayRowProps) {
  const faultId = useId();
  return (
    <fieldset className="admin-day" aria-describedby={fault === null ? undefined : faultId}>
      <legend className="sr">{name}</legend>
      <span className="b admin-day-name" aria-hidden>
        {name}
      </span>
      <DayBar spans={spans} />
      <div className="admin-day-times">
        <SpanFields
          day={name}
          spans={spans}
          isWrong={fault !== null}
          onChange={onChange}
          onAdd={() => onChange([...spans, nextSpan(spans)])}
        />
        <p id={faultId} className="small b tone-end" role="alert">
          {fault}
        </p>
      </div>
    </fieldset>
  );
}

/** The whole day from left to right; the times beside it say the same. */
function DayBar({ spans }: { readonly spans: readonly SpanDraft[] }) {
  const drawn = spans.map(spanOf).filter((span) => span !== null && span.from < span.to);
  return (
    <span className="admin-day-bar" aria-hidden>
      {drawn.map((span) =>
        span === null ? null : (
          <i
            key={`${span.from}-${span.to}`}
            style={{ left: `${(span.from / 1440) * 100}%`, width: `${((span.to - span.from) / 1440) * 100}%` }}
          />
        ),
      )}
    </span>
  );
}
