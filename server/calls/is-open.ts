import type { Queue } from '../ports/stores.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Whether a queue takes calls at that time (ms since the epoch), by its opening hours in its own time zone. */
export function isOpen({ openingHours, timeZone }: Pick<Queue, 'openingHours' | 'timeZone'>, at: number): boolean {
  if (openingHours === null) return true;
  const { weekday, minute } = localTime(timeZone, at);
  return openingHours.some((span) => span.weekday === weekday && span.from <= minute && minute < span.to);
}

function localTime(timeZone: string, at: number): { readonly weekday: number; readonly minute: number } {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    weekday: weekdays.indexOf(parts.get('weekday') ?? '') + 1,
    minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
  };
}
