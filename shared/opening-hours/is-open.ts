import { spansOn, type Hours } from './hours.ts';
import { localTimeOf } from './local-time.ts';

/** Whether it is open at that time (ms since the epoch). */
export function isOpen(hours: Hours, at: number): boolean {
  const { date, weekday, minute } = localTimeOf(hours.timeZone, at);
  return spansOn(hours, date, weekday).some(({ from, to }) => from <= minute && minute < to);
}
