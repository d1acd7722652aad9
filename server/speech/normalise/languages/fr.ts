import { toCardinal, toOrdinal } from 'n2words/fr-FR';
import { fr as locale } from '../../locales/fr.ts';
import type { Language, NumberForm, SpokenDate, SpokenTime } from '../language.ts';
import { monthNamesOf } from '../month-names.ts';

const cardinal = (digits: string, form: NumberForm = 'alone'): string =>
  form === 'feminine' ? toCardinal(digits).replace(/(?<![\p{L}])un$/u, 'une') : toCardinal(digits);

/** « une heure », « vingt et une personnes ». */
const isFeminine = (noun: string): boolean =>
  /^(?:heure|minute|seconde|semaine|journée|année|fois|personne|livre|place|question|réponse|ligne|table|page|chambre|nuit|demande|facture|adresse|\p{L}+(?:tion|sion|té|ette|ance|ence|ure))s?$/iu.test(
    noun,
  );

function time({ hour, minute }: SpokenTime): string {
  const hours = `${cardinal(`${hour}`, 'feminine')} ${hour < 2 ? 'heure' : 'heures'}`;
  return minute === 0 ? hours : `${hours} ${cardinal(`${minute}`)}`;
}

function date({ day, month, year }: SpokenDate): string {
  const said = `${day === 1 ? 'premier' : cardinal(`${day}`)} ${monthNames[month - 1] ?? ''}`;
  return year === null ? said : `${said} ${cardinal(`${year}`)}`;
}

const monthNames = monthNamesOf('fr');

const masculine = (written: string, one: string, many = `${one}s`) => ({
  written,
  counted: { one: `un ${one}`, many, form: 'masculine' as const },
});
const feminine = (written: string, one: string, many = `${one}s`) => ({
  written,
  counted: { one: `une ${one}`, many, form: 'feminine' as const },
});

const centime = { one: 'un centime', many: 'centimes' };

export const fr: Language = {
  cardinal,
  counted: (digits, _, after) => cardinal(digits, isFeminine(after) ? 'feminine' : 'alone'),
  digits: (digits) => locale.digits(digits).slice(0, -1),
  decimal: { sign: ',', word: 'virgule', isNumber: true },
  plus: 'plus',
  minus: 'moins',
  to: 'à',
  percent: 'pour cent',
  times: {
    written: [
      String.raw`(?<hour>\d{1,2})\s?h\s?(?<minute>\d{2})`,
      String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?:\s?h\b)?`,
      String.raw`(?<hour>\d{1,2})\s?(?:h|heures?)\b(?:\s(?<minute>\d{2})(?!\s?\p{L}))?`,
    ],
    say: time,
  },
  dates: {
    months: monthNames,
    written: [String.raw`(?<day>\d{1,2})(?:er)?\sMONTH(?:\s(?<year>\d{4}))?`],
    slashed: 'dayFirst',
    say: date,
  },
  ordinals: [
    { written: String.raw`(?<digits>1)er`, say: () => 'premier' },
    { written: String.raw`(?<digits>1)(?:re|ère)`, say: () => 'première' },
    { written: String.raw`(?<digits>2)nd`, say: () => 'second' },
    { written: String.raw`(?<digits>2)nde`, say: () => 'seconde' },
    { written: String.raw`(?<digits>\d+)(?:e|è|ème|ième)`, say: ({ digits = '' }) => toOrdinal(digits) },
  ],
  currencies: [
    { signs: String.raw`(?:US)?\$|USD`, one: 'un dollar', many: 'dollars', cent: { one: 'un cent', many: 'cents' } },
    { signs: '€|EUR', one: 'un euro', many: 'euros', cent: centime },
    { signs: '£|GBP', one: 'une livre', many: 'livres', form: 'feminine', cent: { one: 'un penny', many: 'pence' } },
    { signs: 'CHF', one: 'un franc', many: 'francs', cent: centime },
  ],
  moneyJoint: ' ',
  saysCents: false,
  units: [
    masculine('km/h', 'kilomètre heure', 'kilomètres heure'),
    masculine('km', 'kilomètre'),
    masculine('cm', 'centimètre'),
    masculine('mm', 'millimètre'),
    masculine('m²', 'mètre carré', 'mètres carrés'),
    masculine('m', 'mètre'),
    masculine('kg', 'kilo'),
    masculine('g', 'gramme'),
    masculine('l', 'litre'),
    masculine('°C', 'degré Celsius', 'degrés Celsius'),
    masculine('°', 'degré'),
    feminine(String.raw`min\b\.?|mn`, 'minute'),
    feminine(String.raw`s|sec\b\.?`, 'seconde'),
  ],
  digitsAfter: 'poste|code|code postal|chambre|vol|PIN',
  numberSign: { written: String.raw`[Nn]°|[Nn]º|[Nn]o\.?(?= )|#|№`, word: 'numéro' },
  abbreviations: [
    { short: String.raw`M\.(?= \p{Lu})`, long: 'Monsieur' },
    { short: String.raw`MM\.(?= \p{Lu})`, long: 'Messieurs' },
    { short: String.raw`Mr\b\.?`, long: 'Monsieur' },
    { short: String.raw`Mme\b\.?`, long: 'Madame' },
    { short: String.raw`Mlle\b\.?`, long: 'Mademoiselle' },
    { short: String.raw`Dr\b\.?`, long: 'Docteur' },
    { short: String.raw`Pr\b\.?(?= \p{Lu})`, long: 'Professeur' },
    { short: String.raw`St(?=[ -]\p{Lu})`, long: 'Saint' },
    { short: String.raw`Ste(?=[ -]\p{Lu})`, long: 'Sainte' },
    { short: String.raw`p\. ?ex\.`, long: 'par exemple' },
    { short: String.raw`c\.-à-d\.|c\.à\.d\.`, long: 'c’est-à-dire' },
    { short: String.raw`env\.`, long: 'environ' },
    { short: String.raw`etc\.`, long: 'et cetera', mayEnd: true },
    { short: String.raw`[Tt]él\.`, long: 'téléphone' },
    { short: String.raw`[Rr]dv|RDV`, long: 'rendez-vous' },
    { short: String.raw`[Ss]vp|SVP|s\. ?v\. ?p\.`, long: 's’il vous plaît', mayEnd: true },
    { short: String.raw`[Aa]v\.`, long: 'avenue' },
    { short: String.raw`[Bb]d\.?(?= )`, long: 'boulevard' },
  ],
  signs: { '&': 'et', '@': 'arobase', '%': 'pour cent', '€': 'euros', $: 'dollars', '£': 'livres' },
};
