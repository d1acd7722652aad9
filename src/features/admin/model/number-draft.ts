import { numberSchema } from '../../../../shared/protocol/directory.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { OwnNumber } from './admin-store.ts';

export type IsPossibleNumber = (number: string) => boolean;

/** The number without what people put between its digits. */
export const plainNumber = (typed: string): string => typed.replaceAll(/[\s().\-/\u00A0]/g, '');

/**
 * What is wrong with a number that is to be added, as a sentence; null when nothing is. Digits alone are as the trunk
 * sends them, so anything goes; after a + it is a whole number of the world (E.164), which `isPossible` knows.
 */
export function faultOfNumber(
  typed: string,
  numbers: readonly OwnNumber[],
  isPossible: IsPossibleNumber,
): string | null {
  const texts = strings.admin.numbers;
  const number = plainNumber(typed);
  if (!numberSchema.shape.number.safeParse(number).success) return texts.badNumber;
  if (number.startsWith('+') && !isPossible(number)) return fill(texts.impossible, { number });
  return numbers.some((other) => other.number === number) ? texts.there : null;
}
