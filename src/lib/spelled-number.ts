/** A number as it is read out, digit by digit: `16505550184` → `1, 6 5 0, 5 5 5, 0 1 8 4`: groups of three, the last of up to four. */
export function spelledNumber(number: string): string {
  const digits = number.replaceAll(/\D/g, '');
  const groups = digits.match(/\d{4}$|\d{1,3}(?=(?:\d{3})*\d{4}$)|\d+/g) ?? [];
  return groups.map((group) => Array.from(group).join(' ')).join(', ');
}
