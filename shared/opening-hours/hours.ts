/** From minute `from` to minute `to` of a day: 0 to 1440, `from` before `to`. */
export type DaySpan = { readonly from: number; readonly to: number };

/** The same on every such weekday; 1 is Monday (ISO 8601). */
export type WeekSpan = DaySpan & { readonly weekday: number };

/** Days that are not as their weekday is: `from` and `to` are dates (`2026-12-24`), both included. No spans: closed. */
export type OpenException = {
  readonly from: string;
  readonly to: string;
  readonly spans: readonly DaySpan[];
};

/** When somebody can be reached, on the clock of `timeZone` (an IANA name). */
export type Hours = {
  /** Null: always open. An empty list: never. */
  readonly openingHours: readonly WeekSpan[] | null;
  readonly exceptions: readonly OpenException[];
  readonly timeZone: string;
};

const wholeDay: readonly DaySpan[] = [{ from: 0, to: 1440 }];

/** When it is open on that date, in order. An exception counts before the week, also before “always”. */
export function spansOn(hours: Omit<Hours, 'timeZone'>, date: string, weekday: number): readonly DaySpan[] {
  const exception = hours.exceptions.find(({ from, to }) => from <= date && date <= to);
  if (exception !== undefined) return inOrder(exception.spans);
  if (hours.openingHours === null) return wholeDay;
  return inOrder(hours.openingHours.filter((span) => span.weekday === weekday));
}

/** Whether no two spans of one day share a minute; one may begin where another ends. */
export const areApart = (spans: readonly DaySpan[]): boolean =>
  inOrder(spans).every((span, index, all) => span.from >= (all[index - 1]?.to ?? 0));

const inOrder = <Span extends DaySpan>(spans: readonly Span[]): readonly Span[] =>
  [...spans].sort((a, b) => a.from - b.from);
