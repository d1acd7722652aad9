import type { Hours } from '../../../../shared/opening-hours/hours.ts';
import { openStateAt, type OpenChange } from '../../../../shared/opening-hours/open-state.ts';
import { dateTimeFormat } from '../../../lib/locale.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';

const texts = strings.admin.hours;
const minuteMs = 60_000;

/** `Open now, closes at 17:00`, by the very function that decides over callers. `now`: the server's clock, ms. */
export function openWords(hours: Hours, now: number): { readonly isOpen: boolean; readonly words: string } {
  const { isOpen, change } = openStateAt(hours, now);
  if (change === null) return { isOpen, words: isOpen ? texts.open : texts.shut };
  return { isOpen, words: fill(isOpen ? texts.openUntil : texts.shutUntil, { when: whenWords(change) }) };
}

function whenWords({ daysAhead, date, weekday, minute }: OpenChange): string {
  // A time of the wall clock of wherever the hours are, so it is written as if there were no zones.
  const at = Date.parse(date) + minute * minuteMs;
  const time = dateTimeFormat({ timeStyle: 'short', timeZone: 'UTC' }).format(at);
  if (daysAhead === 0) return fill(texts.today, { time });
  if (daysAhead === 1) return fill(texts.tomorrow, { time });
  if (daysAhead < 7) return fill(texts.onDay, { day: texts.days[weekday - 1] ?? '', time });
  return fill(texts.onDate, { date: dateTimeFormat({ dateStyle: 'long', timeZone: 'UTC' }).format(at), time });
}
