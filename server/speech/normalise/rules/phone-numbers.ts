import type { Language } from '../language.ts';
import { begins, ends, sayAll } from '../patterns.ts';

const written = String.raw`${begins}(?<plus>\+|00(?=[1-9]))?(?<digits>\(?\d+(?:(?:\) ?| ?\(|[ .\/-]| [\/-] )\d+)*)${ends}`;
const fewest = 7;
/** A run of digits that nobody says as an amount. */
const longestAmount = 4;

/** Numbers to call, and other numbers that are names: digit by digit, in the groups they are written in. */
export function sayPhoneNumbers(text: string, language: Language): string {
  const after = String.raw`(?<=(?<![\p{L}\p{N}])(?:${language.digitsAfter})\.?:?\s*)(?<digits>\d+)${ends}`;
  const named = sayAll(text, after, ({ groups: { digits = '' } }) => language.digits(digits));
  return sayAll(named, written, ({ groups: { plus = '', digits = '' } }) => {
    if (!isNumber(plus, digits) || /^\d\d?\/\d\d?\/\d{4}$/u.test(digits)) return undefined;
    // The (0) of +49 (0)30 is not dialled after the country.
    const groups = (plus === '' ? digits : digits.replace('(0)', ' ')).split(/\D+/u).filter((group) => group !== '');
    const said = groups.map((group) => language.digits(group)).join(', ');
    return plus === '' ? said : `${language.plus} ${said}`;
  });
}

function isNumber(plus: string, written: string): boolean {
  const groups = written.split(/\D+/u).filter((group) => group !== '');
  const count = groups.join('').length;
  if (groups.length === 1) {
    if (plus !== '' || count >= fewest) return true;
    return count > longestAmount && !written.endsWith('00');
  }
  return count >= fewest && count <= 20 && (plus !== '' || !isInThousands(written, groups));
}

/** `1 250 000` and `1.250.000`, not `612 345 678`. */
function isInThousands(written: string, [first = '', ...rest]: readonly string[]): boolean {
  const signs = new Set(written.replace(/\d/gu, ''));
  const isGrouped =
    signs.size === 1 && /^[\s.]$/u.test([...signs].join('')) && rest.every((group) => group.length === 3);
  return isGrouped && !first.startsWith('0') && first.length < 3;
}
