import type { PhoneNumbers } from '../ports/phone-numbers.ts';

/** What calls to the outside need: who may be called, how often, and as whom. */
export type Dialling = {
  readonly numbers: PhoneNumbers;
  /** There is a line to the outside. */
  readonly hasTrunk: boolean;
  /** See dial-rules.ts. */
  readonly allow: readonly string[];
  /** The number that those who are called see; null: that of the queue, or the first of ours. */
  readonly from: string | null;
  /** How many calls a person may place a minute, and have at once; and everybody together. */
  readonly perMinute: number;
  readonly atOnce: number;
  readonly atOnceInAll: number;
};

/** Why somebody may not call a number now. */
export type MayNot = 'noTrunk' | 'numberNotAllowed' | 'pbxUnavailable' | 'deskNotReady' | 'busy' | 'tooManyCalls';
export type PlaceFailure = MayNot | 'invalidNumber' | 'databaseUnavailable';

/** Whether anybody at all can be called from here. */
export const canDial = ({ hasTrunk, allow }: Dialling): boolean =>
  hasTrunk && allow.some((prefix) => !prefix.startsWith('-'));
