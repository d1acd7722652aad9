import type { Language } from '../language.ts';
import { begins, ends, sayAll } from '../patterns.ts';

const inFull = [
  String.raw`(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!-)`,
  String.raw`(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4}|\d{2})`,
];
const slashed = String.raw`(?<one>\d{1,2})\/(?<two>\d{1,2})\/(?<year>\d{4})`;

/** `2026-11-26`, `26.11.2026`, `11/26/2026` where it can mean but one day, `26 November`. */
export function sayDates(text: string, language: Language): string {
  const { months, slashed: order, written } = language.dates;
  const dated = sayAll(text, `${begins}${slashed}${ends}`, ({ groups: { one, two, year } }) => {
    const [first, second] = [Number(one), Number(two)];
    const isDayFirst = order === 'dayFirst' || first > 12 || first === second;
    if (!isDayFirst && second <= 12) return undefined;
    const [day, month] = isDayFirst ? [first, second] : [second, first];
    return sayDate(language, { day: `${day}`, month: `${month}`, year: year ?? '' });
  });
  return [...inFull, ...written].reduce((said, one) => {
    const pattern = `${begins}${one.replace('MONTH', `(?<month>${months.join('|')})`)}${ends}`;
    const dayFirst = one.indexOf('<day>') < one.indexOf('MONTH');
    return sayAll(said, pattern, ({ groups }) => sayDate(language, groups, dayFirst), { mayEnd: true });
  }, dated);
}

function sayDate({ dates }: Language, groups: Readonly<Record<string, string>>, dayFirst = false): string | undefined {
  const { day = '', month = '', year = '', article = '' } = groups;
  const byName = dates.months.findIndex((name) => new RegExp(`^(?:${name})$`, 'iu').test(month));
  const [dayOf, monthOf] = [Number(day), byName < 0 ? Number(month) : byName + 1];
  if (dayOf < 1 || dayOf > 31 || !(monthOf >= 1 && monthOf <= 12)) return undefined;
  return dates.say({ day: dayOf, month: monthOf, year: yearOf(year), article: article || null, dayFirst });
}

/** Two digits are of this century. */
const yearOf = (written: string): number | null =>
  written === '' ? null : Number(written) + (written.length === 2 ? 2000 : 0);
