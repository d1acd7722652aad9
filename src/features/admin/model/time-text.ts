const lastMinute = 1440;

/** A minute of the day as a field for times has it: `09:30`. The end of the day is `00:00`, as the field knows no 24. */
export const timeText = (minute: number): string => {
  const ofDay = minute % lastMinute;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
};

/** The minute of `09:30`; null where there is no time. */
export function minuteOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  return Number(hours) * 60 + Number(minutes);
}

/** The same of the time at which something ends: midnight is the end of the day. */
export const endMinuteOf = (text: string): number | null => {
  const minute = minuteOf(text);
  return minute === 0 ? lastMinute : minute;
};
