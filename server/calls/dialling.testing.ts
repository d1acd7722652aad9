import { createPhoneNumbers } from '../lib/phone-numbers.ts';
import type { Dialling } from './dialling.ts';

/** +1 but for Manitoba (204), and +44. */
export const testDialling: Dialling = {
  numbers: createPhoneNumbers('US'),
  hasTrunk: true,
  allow: ['+1', '+44', '-+1204'],
  from: null,
  perMinute: 10,
  atOnce: 3,
  atOnceInAll: 20,
};
