import type { DaySpan, Hours } from '../../../../shared/opening-hours/hours.ts';
import { endMinuteOf, minuteOf, timeText } from './time-text.ts';

/** Times as they stand in the fields: `09:00`, or nothing yet. */
export type SpanDraft = { readonly from: string; readonly to: string };
export type ExceptionDraft = { readonly from: string; readonly to: string; readonly spans: readonly SpanDraft[] };

export type HoursDraft = {
  readonly always: boolean;
  /** Monday first. */
  readonly week: readonly (readonly SpanDraft[])[];
  readonly exceptions: readonly ExceptionDraft[];
  readonly timeZone: string;
};

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const byStart = (a: DaySpan, b: DaySpan): number => a.from - b.from;
const toDraft = ({ from, to }: DaySpan): SpanDraft => ({ from: timeText(from), to: timeText(to) });

export const draftOfHours = ({ openingHours, exceptions, timeZone }: Hours): HoursDraft => ({
  always: openingHours === null,
  week: weekdays.map((weekday) =>
    (openingHours ?? [])
      .filter((span) => span.weekday === weekday)
      .sort(byStart)
      .map(toDraft),
  ),
  exceptions: exceptions.map(({ from, to, spans }) => ({ from, to, spans: [...spans].sort(byStart).map(toDraft) })),
  timeZone,
});

/** What a draft without faults means. */
export const hoursOf = (draft: HoursDraft): Hours => ({
  openingHours: draft.always
    ? null
    : draft.week.flatMap((spans, day) => spansOf(spans).map((span) => ({ weekday: day + 1, ...span }))),
  exceptions: draft.exceptions.map(({ from, to, spans }) => ({ from, to, spans: spansOf(spans) })),
  timeZone: draft.timeZone,
});

/** Null where a time is missing. */
export function spanOf({ from, to }: SpanDraft): DaySpan | null {
  const [begins, ends] = [minuteOf(from), endMinuteOf(to)];
  return begins === null || ends === null ? null : { from: begins, to: ends };
}

const spansOf = (spans: readonly SpanDraft[]): readonly DaySpan[] =>
  spans
    .map(spanOf)
    .filter((span) => span !== null)
    .sort(byStart);

/** Tuesday to Friday as Monday is. */
export const copyMonday = (draft: HoursDraft): HoursDraft => ({
  ...draft,
  week: draft.week.map((spans, day) => (day < 5 ? (draft.week[0] ?? []) : spans)),
});

/** Times to begin with: the usual ones, or an hour after what is there. */
export function nextSpan(spans: readonly SpanDraft[]): SpanDraft {
  const last = spans.at(-1);
  const ends = last === undefined ? null : endMinuteOf(last.to);
  if (ends === null) return { from: '09:00', to: '17:00' };
  if (ends > 1440 - 120) return { from: '', to: '' };
  return { from: timeText(ends + 60), to: timeText(Math.min(ends + 300, 1440)) };
}
