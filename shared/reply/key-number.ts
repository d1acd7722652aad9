import type { Menu, MenuStep, Prompt, PromptKey } from './menu.ts';
import { again, enter, say } from './menu-steps.ts';

const fewestDigits = 3;
const mostDigits = 20;

/** Something that can be called back. */
export const isNumber = (text: string): boolean => /^\+?\d{3,20}$/.test(text);

/** Asks for the number to call back, the caller's own offered where it is known. */
export const askForNumber = (menu: Menu): MenuStep =>
  enter({ ...menu, mistakes: 0 }, { phase: 'keyingNumber', digits: '' }, say(questionOf(menu)));

const questionOf = ({ ownNumber }: Menu): PromptKey => (ownNumber === null ? 'keyNumber' : 'keyNumberOrUseYours');

/** A key while the number is keyed: `#` ends it, `*` takes the last digit away. */
export function keyDigit(menu: Menu, digits: string, digit: string): MenuStep {
  if (digit === '#') return finishNumber(menu, digits);
  if (digit === '*') return enter(menu, { phase: 'keyingNumber', digits: digits.slice(0, -1) }, []);
  if (!/^\d$/.test(digit)) return enter(menu, { phase: 'keyingNumber', digits }, []);
  if (digits.length >= mostDigits) return onceMore(menu, 'numberTooLong');
  return enter(menu, { phase: 'keyingNumber', digits: digits + digit }, []);
}

/** The caller pressed `#`, or has stopped keying. */
export function finishNumber(menu: Menu, digits: string): MenuStep {
  if (digits === '') return onceMore(menu);
  const number = digits === '1' && menu.ownNumber !== null ? menu.ownNumber : digits;
  if (number.length < fewestDigits) return onceMore(menu, 'numberTooShort');
  return enter({ ...menu, mistakes: 0 }, { phase: 'confirmingNumber', number }, readBack(number));
}

const onceMore = (menu: Menu, ...first: readonly PromptKey[]): MenuStep =>
  again(menu, { phase: 'keyingNumber', digits: '' }, say(...first, questionOf(menu)));

/** The number, digit by digit, and what to press. */
export const readBack = (number: string, ...first: readonly PromptKey[]): readonly Prompt[] => [
  ...say(...first, 'youKeyed'),
  { key: 'digits', digits: number.replace('+', '') },
  { key: 'confirmNumber' },
];
