import type { Call } from '../../../../shared/call/call.ts';
import { dateTimeFormat } from '../../../lib/locale.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { timeOfDay } from '../../../lib/time-of-day.ts';

/** When an earlier call was, as a person says it: `today at 09:12`, `Tue 17 Nov`. */
export function whenOf({ arrivedAt }: Call, now: number): string {
  const isToday = new Date(arrivedAt).toDateString() === new Date(now).toDateString();
  if (isToday) return fill(strings.calls.today, { time: timeOfDay(arrivedAt) });
  return dateTimeFormat({ weekday: 'short', day: 'numeric', month: 'short' }).format(arrivedAt).replace(',', '');
}

/** For how long they spoke: `6 min`, `40 s`; null when nobody answered, or it is not over. */
export function talkedFor(call: Call): string | null {
  if (call.answeredAt === null || call.state !== 'ended') return null;
  const seconds = Math.max(0, Math.round((call.at - call.answeredAt) / 1000));
  const { inMinutes, inSeconds } = strings.calls;
  return seconds < 60 ? fill(inSeconds, { count: seconds }) : fill(inMinutes, { count: Math.round(seconds / 60) });
}
