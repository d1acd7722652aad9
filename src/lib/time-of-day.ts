import { dateTimeFormat } from './locale.ts';

/** A time (ms since the epoch) as the clock on the wall has it here: `11:30`. */
export const timeOfDay = (at: number): string => dateTimeFormat({ timeStyle: 'short' }).format(at);

/** The same for a time that may be on another day: `10:47` today, else `Tue 17 Nov 10:47`. */
export function dayAndTime(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  if (isToday) return timeOfDay(at);
  const day = dateTimeFormat({ weekday: 'short', day: 'numeric', month: 'short' }).format(at).replace(',', '');
  return `${day} ${timeOfDay(at)}`;
}
