import type { Result } from '../../shared/result.ts';

/** Telephone numbers as people write them, read in the country of this reception. */
export interface PhoneNumbers {
  /** ISO 3166-1 alpha-2: where numbers without a plus are. */
  readonly country: string;
  /** `invalidNumber`: it is no number of any numbering plan, or more than a number (an extension, letters). */
  read(text: string): Result<ReadNumber, 'invalidNumber'>;
}

export type ReadNumber = {
  /** With a plus and the country (ITU-T E.164). Of a short number only what it would be. */
  readonly e164: string;
  /** `short`: an emergency or service number. `premium`: whoever is called earns by it. */
  readonly kind: 'ordinary' | 'premium' | 'short';
};
