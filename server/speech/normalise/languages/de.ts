import { toCardinal, toOrdinal } from 'n2words/de-DE';
import { de as locale } from '../../locales/de.ts';
import type { Language, SpokenDate, SpokenTime } from '../language.ts';
import { monthNamesOf } from '../month-names.ts';

const cardinal = (digits: string, form = 'alone'): string =>
  form === 'alone' ? toCardinal(digits) : toCardinal(digits).replace(/eins$/u, 'ein');

/** “neunzehnhundertneunundneunzig”; since 2000 a year is a number. */
function year(digits: string): string {
  if (!/^1[1-9]\d\d$/u.test(digits)) return cardinal(digits);
  const rest = digits.slice(2);
  return `${cardinal(digits.slice(0, 2))}hundert${rest === '00' ? '' : cardinal(`${Number(rest)}`)}`;
}

/** “der erste”, and “am ersten”, which is what stands before most dates. */
const ordinal = (digits: string, article: string | null): string =>
  `${toOrdinal(digits)}${/^(?:der|die|das)$/iu.test(article ?? '') ? '' : 'n'}`;

const feminine =
  /^(?:Minute|Stunde|Sekunde|Woche|Person|Nachricht|Frage|Rechnung|\p{L}+(?:ung|heit|keit|schaft|ion))$/u;
const masculine = /^(?:Tag|Monat|Mann|Kollege|Anruf|Termin|Moment|Brief|Raum)$/u;
const dative = /^(?:in|nach|seit|vor|mit|von|zu|ab|bei|aus)$/iu;
const accusative = /^(?:für|um|noch|etwa|circa|haben|habe|dauert|nur)$/iu;

/** “eine Stunde”, “in einem Tag”, “noch einen Moment”. */
function one(before: string, after: string): string {
  if (feminine.test(after)) return dative.test(before) ? 'einer' : 'eine';
  if (dative.test(before) && /^\p{Lu}/u.test(after)) return 'einem';
  if (masculine.test(after) && accusative.test(before)) return 'einen';
  return /^\p{Lu}/u.test(after) ? 'ein' : 'eins';
}

const time = ({ hour, minute }: SpokenTime): string =>
  `${hour === 1 ? 'ein' : cardinal(`${hour}`)} Uhr${minute === 0 ? '' : ` ${cardinal(`${minute}`)}`}`;

function date({ day, month, year: of, article }: SpokenDate): string {
  const said = `${ordinal(`${day}`, article)} ${monthNames[month - 1] ?? ''}`;
  return `${article === null ? '' : `${article} `}${said}${of === null ? '' : ` ${year(`${of}`)}`}`;
}

const monthNames = monthNamesOf('de');

const unit = (written: string, many: string, single = `ein ${many}`) => ({ written, counted: { one: single, many } });

export const de: Language = {
  cardinal,
  counted: (digits, before, after) => {
    if (digits === '1') return one(before, after);
    return /^19\d\d$/u.test(digits) && !/^\p{Lu}/u.test(after) ? year(digits) : cardinal(digits);
  },
  digits: (digits) => locale.digits(digits).slice(0, -1),
  decimal: { sign: ',', word: 'Komma', isNumber: false },
  plus: 'plus',
  minus: 'minus',
  to: 'bis',
  percent: 'Prozent',
  times: {
    written: [
      String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?:\s?Uhr\b|\s?h\b)?`,
      String.raw`(?<hour>\d{1,2})(?:\.(?<minute>\d{2}))?\s?Uhr\b`,
      String.raw`(?<hour>\d{1,2})\s?Uhr\s(?<minute>\d{2})`,
    ],
    say: time,
  },
  dates: {
    months: monthNames.map((name) => (name.length > 4 ? `${name}|${name.slice(0, 3)}\\.` : name)),
    written: [
      String.raw`(?:(?<article>der|die|das)\s)?(?<day>\d{1,2})\.\s?MONTH(?:\s(?<year>\d{4}))?`,
      String.raw`(?:(?<article>der|die|das)\s)?(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.(?!\s?\d)`,
    ],
    slashed: 'dayFirst',
    say: date,
  },
  ordinals: [
    {
      written: String.raw`(?<=(?<article>\b(?:im|am|zum|vom|beim|der|die|das|dem|den|des))\s)(?<digits>\d+)\.(?=\s\p{L})`,
      say: ({ digits = '', article = '' }) => ordinal(digits, article),
    },
  ],
  currencies: [
    { signs: String.raw`(?:US)?\$|USD`, one: 'ein Dollar', many: 'Dollar', cent: { one: 'ein Cent', many: 'Cent' } },
    { signs: '€|EUR', one: 'ein Euro', many: 'Euro', cent: { one: 'ein Cent', many: 'Cent' } },
    { signs: '£|GBP', one: 'ein Pfund', many: 'Pfund', cent: { one: 'ein Penny', many: 'Pence' } },
    { signs: 'CHF', one: 'ein Franken', many: 'Franken', cent: { one: 'ein Rappen', many: 'Rappen' } },
  ],
  moneyJoint: ' ',
  saysCents: false,
  units: [
    unit('km/h', 'Stundenkilometer'),
    unit('km', 'Kilometer'),
    unit('cm', 'Zentimeter'),
    unit('mm', 'Millimeter'),
    unit('m²|qm', 'Quadratmeter'),
    unit('m', 'Meter'),
    unit('kg', 'Kilogramm'),
    unit('g', 'Gramm'),
    unit('l', 'Liter'),
    unit('°C', 'Grad Celsius'),
    unit('°', 'Grad'),
    unit(String.raw`[Mm]in\b\.?`, 'Minuten', 'eine Minute'),
    unit(String.raw`(?:h|[Ss]td)\b\.?`, 'Stunden', 'eine Stunde'),
    unit(String.raw`(?:s|[Ss]ek)\b\.?`, 'Sekunden', 'eine Sekunde'),
  ],
  digitsAfter: 'Durchwahl|Apparat|PIN|Code|Zimmer|Flug|Postleitzahl|PLZ',
  numberSign: { written: String.raw`[Nn]r\.|#|№`, word: 'Nummer' },
  abbreviations: [
    { short: String.raw`Dr\.`, long: 'Doktor' },
    { short: String.raw`Prof\.`, long: 'Professor' },
    { short: String.raw`Hr\.|Hrn\.`, long: 'Herr' },
    { short: String.raw`Fr\.(?= \p{Lu})`, long: 'Frau' },
    { short: String.raw`St\.(?= \p{Lu})`, long: 'Sankt' },
    { short: String.raw`Str\.`, long: 'Straße', mayEnd: true },
    { short: String.raw`z\. ?B\.`, long: 'zum Beispiel' },
    { short: String.raw`Z\. ?B\.`, long: 'Zum Beispiel' },
    { short: String.raw`d\. ?h\.`, long: 'das heißt' },
    { short: String.raw`u\. ?a\.`, long: 'unter anderem' },
    { short: String.raw`[Cc]a\.`, long: 'circa' },
    { short: String.raw`[Bb]zw\.`, long: 'beziehungsweise' },
    { short: String.raw`usw\.`, long: 'und so weiter', mayEnd: true },
    { short: String.raw`etc\.`, long: 'et cetera', mayEnd: true },
    { short: String.raw`[Ee]vtl\.`, long: 'eventuell' },
    { short: String.raw`[Gg]gf\.`, long: 'gegebenenfalls' },
    { short: String.raw`[Ii]nkl\.`, long: 'inklusive' },
    { short: String.raw`[Vv]gl\.`, long: 'vergleiche' },
    { short: String.raw`[Tt]el\.`, long: 'Telefon' },
    { short: String.raw`Abt\.`, long: 'Abteilung' },
    { short: String.raw`MwSt\.?`, long: 'Mehrwertsteuer', mayEnd: true },
  ],
  signs: { '&': 'und', '@': 'at', '%': 'Prozent', '€': 'Euro', $: 'Dollar', '£': 'Pfund' },
};
