import { dateTimeFormat } from './locale.ts';

/** A time (ms since the epoch) as the clock on the wall has it here: `11:30`. */
export const timeOfDay = (at: number): string => dateTimeFormat({ timeStyle: 'short' }).format(at);
