import { en } from './en.ts';

/** Everything the page says. Another language is another catalogue of the same shape, chosen here. */
export const strings: typeof en = en;
