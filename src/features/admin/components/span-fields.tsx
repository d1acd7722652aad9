import { Plus, X } from 'lucide-react';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import type { SpanDraft } from '../model/hours-draft.ts';

type SpanFieldsProps = {
  /** Whose times they are: `Monday`, `Exception 1`. */
  readonly day: string;
  readonly spans: readonly SpanDraft[];
  readonly isWrong: boolean;
  readonly onChange: (spans: readonly SpanDraft[]) => void;
  readonly onAdd: () => void;
};

const texts = strings.admin.hours;

/** The times of one day; without any it is closed. */
export function SpanFields({ day, spans, isWrong, onChange, onAdd }: SpanFieldsProps) {
  const time = (place: number, end: keyof SpanDraft) => (
    <input
      type="time"
      className="form-control admin-time"
      aria-label={fill(end === 'from' ? texts.fromOf : texts.toOf, { day, place: place + 1 })}
      aria-invalid={isWrong || undefined}
      value={spans[place]?.[end] ?? ''}
      onChange={(event) =>
        onChange(spans.map((span, at) => (at === place ? { ...span, [end]: event.target.value } : span)))
      }
    />
  );
  return (
    <div className="admin-spans">
      {spans.length === 0 && <span className="muted">{texts.closed}</span>}
      {spans.map((_span, place) => (
        // Times have no name but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={place} className="admin-span">
          {time(place, 'from')}
          <span aria-hidden>–</span>
          {time(place, 'to')}
          <Act
            size="min"
            tone="ghost"
            icon={X}
            iconOnly
            label={fill(texts.removeTimesOf, { day, place: place + 1 })}
            onPress={() => onChange(spans.filter((_other, at) => at !== place))}
          />
        </span>
      ))}
      <Act
        size="min"
        icon={Plus}
        iconOnly={spans.length > 0}
        label={spans.length > 0 ? fill(texts.addTimesOf, { day }) : texts.addTimes}
        name={fill(texts.addTimesOf, { day })}
        onPress={onAdd}
      />
    </div>
  );
}
