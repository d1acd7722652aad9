import { toCardinal, toOrdinal } from 'n2words/en-US';
import { en as locale } from '../../locales/en.ts';
import type { Language, SpokenDate, SpokenTime } from '../language.ts';
import { monthNamesOf } from '../month-names.ts';

const cardinal = (digits: string): string => toCardinal(digits);

/** `nineteen ninety-nine`, `two thousand nine`, `twenty twenty-six`. */
function year(digits: string): string {
  const [century, rest] = [digits.slice(0, 2), digits.slice(2)];
  if (!/^(?:1[1-9]|20)\d\d$/u.test(digits) || digits.startsWith('200')) return cardinal(digits);
  if (rest === '00') return `${cardinal(century)} hundred`;
  return `${cardinal(century)} ${rest.startsWith('0') ? `oh ${cardinal(rest.slice(1))}` : cardinal(rest)}`;
}

/** On twelve hours, as most callers say it. */
function time({ hour, minute, half }: SpokenTime): string {
  const named = half ?? (hour > 12 && hour < 24 ? 'pm' : hour % 24 === 0 ? 'am' : null);
  const onDial = cardinal(`${hour % 12 === 0 ? 12 : hour % 12}`);
  const past = minute < 10 ? `oh ${cardinal(`${minute}`)}` : cardinal(`${minute}`);
  if (named === null) return minute === 0 ? `${onDial} o’clock` : `${onDial} ${past}`;
  const letters = named === 'am' ? 'a m' : 'p m';
  return minute === 0 ? `${onDial} ${letters}` : `${onDial} ${past} ${letters}`;
}

function date({ day, month, year: of, dayFirst }: SpokenDate): string {
  const name = monthNames[month - 1] ?? '';
  const said = dayFirst ? `the ${toOrdinal(day)} of ${name}` : `${name} ${toOrdinal(day)}`;
  return of === null ? said : `${said}, ${year(`${of}`)}`;
}

const monthNames = monthNamesOf('en');

export const en: Language = {
  cardinal,
  // Nobody means an amount by 2026.
  counted: (digits) => (/^(?:19|20)\d\d$/u.test(digits) ? year(digits) : cardinal(digits)),
  digits: (digits) => locale.digits(digits).slice(0, -1),
  decimal: { sign: '.', word: 'point', isNumber: false },
  plus: 'plus',
  minus: 'minus',
  to: 'to',
  percent: 'percent',
  times: {
    written: [
      String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?:\s?(?<half>[ap])\.?\s?m\b\.?|\s?h(?:rs)?\b)?`,
      String.raw`(?<hour>\d{1,2})(?:\.(?<minute>\d{2}))?\s?(?<half>[ap])\.?\s?m\b\.?`,
      String.raw`(?<hour>\d{1,2})\s?o['’]clock\b`,
    ],
    say: time,
  },
  dates: {
    months: monthNames
      .map((name) => (name.length > 4 ? `${name}|${name.slice(0, 3)}\\.?` : name))
      .map((one) => (one.startsWith('September') ? `${one}|Sept\\.?` : one)),
    written: [
      String.raw`(?:the\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+MONTH(?:,?\s+(?<year>\d{4}))?`,
      String.raw`MONTH\s+(?:the\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<year>\d{4}))?`,
    ],
    slashed: null,
    say: date,
  },
  ordinals: [{ written: String.raw`(?<digits>\d+)(?:st|nd|rd|th)`, say: ({ digits = '' }) => toOrdinal(digits) }],
  currencies: [
    { signs: String.raw`(?:US)?\$|USD`, one: 'one dollar', many: 'dollars', cent: { one: 'one cent', many: 'cents' } },
    { signs: '€|EUR', one: 'one euro', many: 'euros', cent: { one: 'one cent', many: 'cents' } },
    { signs: '£|GBP', one: 'one pound', many: 'pounds', cent: { one: 'one penny', many: 'pence' } },
    { signs: 'CHF', one: 'one franc', many: 'francs', cent: { one: 'one centime', many: 'centimes' } },
  ],
  moneyJoint: ' and ',
  saysCents: true,
  units: [
    { written: 'km/h|kph', counted: { one: 'one kilometre an hour', many: 'kilometres an hour' } },
    { written: 'mph', counted: { one: 'one mile an hour', many: 'miles an hour' } },
    { written: 'km', counted: { one: 'one kilometre', many: 'kilometres' } },
    { written: 'cm', counted: { one: 'one centimetre', many: 'centimetres' } },
    { written: 'mm', counted: { one: 'one millimetre', many: 'millimetres' } },
    { written: 'm²|sqm', counted: { one: 'one square metre', many: 'square metres' } },
    { written: 'm', counted: { one: 'one metre', many: 'metres' } },
    { written: 'kg', counted: { one: 'one kilogram', many: 'kilograms' } },
    { written: 'g', counted: { one: 'one gram', many: 'grams' } },
    { written: 'lbs?', counted: { one: 'one pound', many: 'pounds' } },
    { written: 'l|L', counted: { one: 'one litre', many: 'litres' } },
    { written: '°C', counted: { one: 'one degree Celsius', many: 'degrees Celsius' } },
    { written: '°F', counted: { one: 'one degree Fahrenheit', many: 'degrees Fahrenheit' } },
    { written: '°', counted: { one: 'one degree', many: 'degrees' } },
    { written: String.raw`mins?\b\.?`, counted: { one: 'one minute', many: 'minutes' } },
    { written: String.raw`(?:h|hrs?)\b\.?`, counted: { one: 'one hour', many: 'hours' } },
    { written: String.raw`(?:s|secs?)\b\.?`, counted: { one: 'one second', many: 'seconds' } },
  ],
  digitsAfter: 'extension|ext|pin|code|room|flight|reference|postcode|zip code',
  numberSign: { written: String.raw`[Nn]os?\.|NO\.|#|№|[Nn]º`, word: 'number' },
  abbreviations: [
    { short: String.raw`Dr\b\.?`, long: 'Doctor' },
    { short: String.raw`Mr\b\.?`, long: 'Mister' },
    { short: String.raw`Mrs\b\.?`, long: 'Missus' },
    { short: String.raw`Ms\b\.?`, long: 'Miz' },
    { short: String.raw`Prof\.`, long: 'Professor' },
    { short: String.raw`(?<=\p{Lu}[\p{L}’'-]* )St\.`, long: 'Street', mayEnd: true },
    { short: String.raw`St\.?(?= \p{Lu})`, long: 'Saint' },
    { short: String.raw`St\.`, long: 'Street', mayEnd: true },
    { short: String.raw`(?<=\p{Lu}[\p{L}’'-]* )Ave\.?`, long: 'Avenue', mayEnd: true },
    { short: String.raw`(?<=\p{Lu}[\p{L}’'-]* )Rd\.?`, long: 'Road', mayEnd: true },
    { short: String.raw`[Ee]\. ?g\.,?`, long: 'for example,' },
    { short: String.raw`[Ii]\. ?e\.,?`, long: 'that is,' },
    { short: String.raw`[Aa]pprox\.`, long: 'approximately' },
    { short: String.raw`etc\.`, long: 'et cetera', mayEnd: true },
    { short: String.raw`vs\.?`, long: 'versus' },
    { short: String.raw`[Dd]ept\.`, long: 'department' },
    { short: String.raw`[Ee]xt\.`, long: 'extension' },
    { short: String.raw`[Tt]el\.`, long: 'telephone' },
    { short: String.raw`[Aa]ppt\.?`, long: 'appointment' },
    { short: 'ASAP|asap', long: 'as soon as possible' },
  ],
  signs: { '&': 'and', '@': 'at', '%': 'percent', '€': 'euros', $: 'dollars', '£': 'pounds' },
};
