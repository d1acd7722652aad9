import { spansOn, type DaySpan, type Hours } from './hours.ts';
import { isOpen } from './is-open.ts';
import { daysAfter, localTimeOf, weekdayOf } from './local-time.ts';

/** When it opens or closes next, on its own clock; `daysAhead` 0 is today. Minute 0 of a day is midnight. */
export type OpenChange = {
  readonly daysAhead: number;
  readonly date: string;
  readonly weekday: number;
  readonly minute: number;
};

/** `change` is null when it stays as it is for the coming year. */
export type OpenState = { readonly isOpen: boolean; readonly change: OpenChange | null };

const daysLookedAt = 366;

/** Whether it is open at that time (ms since the epoch), and until when. */
export function openStateAt(hours: Hours, at: number): OpenState {
  const open = isOpen(hours, at);
  const { date: today, minute: now } = localTimeOf(hours.timeZone, at);
  for (let daysAhead = 0; daysAhead <= daysLookedAt; daysAhead += 1) {
    const date = daysAfter(today, daysAhead);
    const weekday = weekdayOf(date);
    const spans = spansOn(hours, date, weekday);
    const from = daysAhead === 0 ? now : 0;
    const minute = open ? closingOn(spans, from) : openingOn(spans, from);
    if (minute !== null) return { isOpen: open, change: { daysAhead, date, weekday, minute } };
  }
  return { isOpen: open, change: null };
}

/** The first minute from then on that is in no span; null when that is not on this day. */
function closingOn(spans: readonly DaySpan[], from: number): number | null {
  let minute = from;
  for (const span of spans) if (span.from <= minute && minute < span.to) minute = span.to;
  return minute < 1440 ? minute : null;
}

const openingOn = (spans: readonly DaySpan[], from: number): number | null =>
  spans.find((span) => span.from >= from)?.from ?? null;
