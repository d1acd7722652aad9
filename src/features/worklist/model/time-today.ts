/** A time of day (`11:30`, on this computer's clock) on the day of `now`, in ms since the epoch; null: it is no time. */
export function timeToday(time: string, now: number): number | null {
  const parts = /^(\d{2}):(\d{2})/.exec(time);
  if (parts === null) return null;
  return new Date(now).setHours(Number(parts[1]), Number(parts[2]), 0, 0);
}

/** The time of day as a field for times has it. */
export function clockOf(at: number): string {
  const date = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}
