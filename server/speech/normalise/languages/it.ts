import { toCardinal, toOrdinal } from 'n2words/it-IT';
import { it as locale } from '../../locales/it.ts';
import type { Language, SpokenDate, SpokenTime } from '../language.ts';
import { monthNamesOf } from '../month-names.ts';

const cardinal = (digits: string): string => toCardinal(digits);

const noNoun = /^(?:e|o|di|del|della|in|a|al|alla|per|che|con|è|non|si|più|meno|come|se|su)$/iu;

/** «un minuto», «uno sconto», «una persona», «un’ora». */
function one(after: string): string {
  if (after === '' || noNoun.test(after)) return 'uno';
  if (/(?:a|ione)$/iu.test(after)) return /^[aeiou]/iu.test(after) ? 'un’' : 'una';
  return /^(?:s[^aeiou]|z|gn|ps|x|y)/iu.test(after) ? 'uno' : 'un';
}

/** «alle quattordici e trenta», «all’una». */
function time({ hour, minute }: SpokenTime): string {
  const hours = hour === 1 ? 'una' : cardinal(`${hour}`);
  return minute === 0 ? hours : `${hours} e ${cardinal(`${minute}`)}`;
}

function date({ day, month, year }: SpokenDate): string {
  const said = `${day === 1 ? 'primo' : cardinal(`${day}`)} ${monthNames[month - 1] ?? ''}`;
  return year === null ? said : `${said} ${cardinal(`${year}`)}`;
}

const monthNames = monthNamesOf('it');

const unit = (written: string, single: string, many: string) => ({ written, counted: { one: single, many } });

const centesimo = { one: 'un centesimo', many: 'centesimi' };

export const it: Language = {
  cardinal,
  counted: (digits, _, after) => (digits === '1' ? one(after) : cardinal(digits)),
  digits: (digits) => locale.digits(digits).slice(0, -1),
  decimal: { sign: ',', word: 'virgola', isNumber: true },
  plus: 'più',
  minus: 'meno',
  to: 'a',
  percent: 'per cento',
  times: {
    written: [
      String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})`,
      String.raw`(?<=\b(?:ore|alle|dalle|le|all['’]|dall['’])\s?)(?<hour>\d{1,2})[.,](?<minute>\d{2})`,
    ],
    say: time,
  },
  dates: {
    months: monthNames,
    written: [String.raw`(?<day>\d{1,2})[º°]?\sMONTH(?:\s(?:del\s)?(?<year>\d{4}))?`],
    slashed: 'dayFirst',
    say: date,
  },
  ordinals: [
    { written: String.raw`(?<digits>\d+)[º°]`, say: ({ digits = '' }) => ordinal(digits) },
    { written: String.raw`(?<digits>\d+)ª`, say: ({ digits = '' }) => ordinal(digits).replace(/o$/u, 'a') },
  ],
  currencies: [
    {
      signs: String.raw`(?:US)?\$|USD`,
      one: 'un dollaro',
      many: 'dollari',
      cent: { one: 'un centesimo', many: 'centesimi' },
    },
    { signs: '€|EUR', one: 'un euro', many: 'euro', cent: centesimo },
    { signs: '£|GBP', one: 'una sterlina', many: 'sterline', cent: { one: 'un penny', many: 'penny' } },
    { signs: 'CHF', one: 'un franco', many: 'franchi', cent: centesimo },
  ],
  moneyJoint: ' e ',
  saysCents: true,
  units: [
    unit('km/h', 'un chilometro orario', 'chilometri orari'),
    unit('km', 'un chilometro', 'chilometri'),
    unit('cm', 'un centimetro', 'centimetri'),
    unit('mm', 'un millimetro', 'millimetri'),
    unit('m²|mq', 'un metro quadrato', 'metri quadrati'),
    unit('m', 'un metro', 'metri'),
    unit('kg', 'un chilo', 'chili'),
    unit('g', 'un grammo', 'grammi'),
    unit('l', 'un litro', 'litri'),
    unit('°C', 'un grado Celsius', 'gradi Celsius'),
    unit(String.raw`min\b\.?`, 'un minuto', 'minuti'),
    unit(String.raw`h\b\.?`, 'un’ora', 'ore'),
    unit(String.raw`s|sec\b\.?`, 'un secondo', 'secondi'),
  ],
  digitsAfter: 'interno|int|codice|camera|volo|PIN|CAP',
  numberSign: { written: String.raw`[Nn]\.(?= ?\d)|[Nn][º°]|#|№`, word: 'numero' },
  abbreviations: [
    { short: String.raw`[Ss]ig\.`, long: 'signor' },
    { short: String.raw`[Ss]ig\.ra`, long: 'signora' },
    { short: String.raw`[Ss]ig\.na`, long: 'signorina' },
    { short: String.raw`[Dd]ott\.ssa`, long: 'dottoressa' },
    { short: String.raw`[Dd]ott\.|[Dd]r\.`, long: 'dottor' },
    { short: String.raw`[Pp]rof\.ssa`, long: 'professoressa' },
    { short: String.raw`[Pp]rof\.`, long: 'professor' },
    { short: String.raw`[Ii]ng\.`, long: 'ingegner' },
    { short: String.raw`[Aa]vv\.`, long: 'avvocato' },
    { short: String.raw`[Aa]d es\.`, long: 'ad esempio' },
    { short: String.raw`[Pp]\. ?es\.`, long: 'per esempio' },
    { short: String.raw`[Cc]a\.`, long: 'circa' },
    { short: String.raw`ecc\.`, long: 'eccetera', mayEnd: true },
    { short: String.raw`[Tt]el\.`, long: 'telefono' },
    { short: String.raw`[Vv]\.le(?= \p{Lu})`, long: 'viale' },
    { short: String.raw`[Pp]\.zza(?= \p{Lu})`, long: 'piazza' },
  ],
  signs: { '&': 'e', '@': 'chiocciola', '%': 'per cento', '€': 'euro', $: 'dollari', '£': 'sterline' },
};

/** Of numbers in -tré and -sei the vowel stays: «ventitreesimo», «ventiseiesimo». */
function ordinal(digits: string): string {
  return toOrdinal(digits).replace(/seesimo$/u, 'seiesimo');
}
