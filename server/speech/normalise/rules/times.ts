import type { Language } from '../language.ts';
import { begins, ends, type Found, sayAll } from '../patterns.ts';

/** `14:30`, `2:30 pm`, `9h30`; and the range between two of them. */
export function sayTimes(text: string, language: Language): string {
  const { times, to } = language;
  const range = String.raw`(?<=\d|\dh|\d\s?[ap]m)\s?[–—-]\s?(?=\d{1,2}(?::\d{2}(?!\d)|\s?h\b|\s?Uhr\b|\s?[ap]\.?m\b))`;
  const joined = text.replace(new RegExp(range, 'giu'), ` ${to} `);
  const say = ({ groups }: Found): string | undefined => {
    const [hour, minute, letter] = [Number(groups['hour']), Number(groups['minute'] ?? 0), groups['half'] ?? ''];
    const isTime = minute < 60 && (letter === '' ? hour <= 24 : hour >= 1 && hour <= 12);
    if (!isTime) return undefined;
    return times.say({ hour, minute, half: letter === '' ? null : letter.toLowerCase() === 'a' ? 'am' : 'pm' });
  };
  return times.written.reduce(
    (said, written) => sayAll(said, `${begins}${written}${ends}`, say, { mayEnd: true }),
    joined,
  );
}
