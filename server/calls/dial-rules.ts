import type { ReadNumber } from '../ports/phone-numbers.ts';

/**
 * Whether a number may be called. `allow`: beginnings of E.164 numbers (`+1`, `+49`); one with a minus before it forbids
 * (`-+1900`). The longest that fits decides, a minus where the same stands twice; where none fits the number may not be
 * called. Premium, emergency and other short numbers never may.
 */
export function mayBeCalled(allow: readonly string[], { e164, kind }: ReadNumber): boolean {
  if (kind !== 'ordinary') return false;
  const fitting = allow.map(ruleOf).filter(({ prefix }) => e164.startsWith(prefix));
  const longest = Math.max(...fitting.map(({ prefix }) => prefix.length));
  const deciding = fitting.filter(({ prefix }) => prefix.length === longest);
  return deciding.length > 0 && deciding.every(({ allows }) => allows);
}

const ruleOf = (text: string) => ({ allows: !text.startsWith('-'), prefix: text.replace(/^-/, '') });
