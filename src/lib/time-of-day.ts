const format = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** A time (ms since the epoch) as the clock on the wall has it here: `11:30`. */
export const timeOfDay = (at: number): string => format.format(at);
