import { toCardinal, toOrdinal } from 'n2words/es-ES';
import { es as locale } from '../../locales/es.ts';
import type { Language, NumberForm, SpokenDate, SpokenTime } from '../language.ts';
import { monthNamesOf } from '../month-names.ts';

/** «uno», but «un minuto», «veintiún mil» and «veintiuna horas». */
function cardinal(digits: string, form: NumberForm = 'alone'): string {
  const said = toCardinal(digits, { gender: form === 'feminine' ? 'feminine' : 'masculine' })
    .replace(/veintiuno(?= mil)/gu, 'veintiún')
    .replace(/\buno(?= mil)/gu, 'un');
  return form === 'masculine' ? said.replace(/veintiuno$/u, 'veintiún').replace(/\buno$/u, 'un') : said;
}

const noNoun = /^(?:y|o|u|de|del|en|a|al|por|para|que|con|sin|es|más|menos|como|si|no|se)$/iu;
const masculineInA = /^(?:día|problema|idioma|tema|mapa|sistema|programa)s?$/iu;

function formBefore(word: string): NumberForm {
  if (word === '' || noNoun.test(word)) return 'alone';
  return /(?:as?|ción|ciones|dad|dades)$/iu.test(word) && !masculineInA.test(word) ? 'feminine' : 'masculine';
}

function time({ hour, minute, half }: SpokenTime): string {
  const onDial = half === null ? hour : hour % 12 === 0 ? 12 : hour;
  const said = cardinal(`${onDial}`, 'feminine');
  const part = half === 'am' ? ' de la mañana' : hour % 12 >= 8 ? ' de la noche' : ' de la tarde';
  if (minute > 0) return `${said} ${cardinal(`${minute}`)}${half === null ? '' : part}`;
  if (half !== null) return `${said}${part}`;
  return hour > 12 || hour === 0 ? `${said} horas` : `${said} en punto`;
}

function date({ day, month, year }: SpokenDate): string {
  const said = `${cardinal(`${day}`)} de ${monthNames[month - 1] ?? ''}`;
  return year === null ? said : `${said} de ${cardinal(`${year}`)}`;
}

const monthNames = monthNamesOf('es');

const masculine = (written: string, one: string, many = `${one}s`) => ({
  written,
  counted: { one: `un ${one}`, many, form: 'masculine' as const },
});
const feminine = (written: string, one: string, many = `${one}s`) => ({
  written,
  counted: { one: `una ${one}`, many, form: 'feminine' as const },
});

const centimo = { one: 'un céntimo', many: 'céntimos' };
const centavo = { one: 'un centavo', many: 'centavos' };

export const es: Language = {
  cardinal,
  counted: (digits, _, after) => cardinal(digits, formBefore(after)),
  digits: (digits) => locale.digits(digits).slice(0, -1),
  decimal: { sign: ',', word: 'coma', isNumber: true },
  plus: 'más',
  minus: 'menos',
  to: 'a',
  percent: 'por ciento',
  times: {
    written: [
      String.raw`(?<hour>\d{1,2})[:.](?<minute>\d{2})\s?(?:(?<half>[ap])\.?\s?m\b\.?|h(?:oras)?\b\.?)`,
      String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})`,
      String.raw`(?<=\blas?\s)(?<hour>\d{1,2})\.(?<minute>\d{2})`,
      String.raw`(?<hour>\d{1,2})\s?(?<half>[ap])\.?\s?m\b\.?`,
    ],
    say: time,
  },
  dates: {
    months: monthNames.map((name) => (name === 'septiembre' ? 'septiembre|setiembre' : name)),
    written: [String.raw`(?<day>\d{1,2})(?:º|\.º)?\sde\sMONTH(?:\sdel?\s(?<year>\d{4}))?`],
    slashed: 'dayFirst',
    say: date,
  },
  ordinals: [
    { written: String.raw`(?<digits>\d+)\.?[º°]`, say: ({ digits = '' }) => toOrdinal(digits) },
    { written: String.raw`(?<digits>\d+)\.?ª`, say: ({ digits = '' }) => toOrdinal(digits, { gender: 'feminine' }) },
    { written: String.raw`(?<digits>[13])\.?er`, say: ({ digits }) => (digits === '1' ? 'primer' : 'tercer') },
  ],
  currencies: [
    { signs: String.raw`(?:US)?\$|USD`, one: 'un dólar', many: 'dólares', form: 'masculine', cent: centavo },
    { signs: '€|EUR', one: 'un euro', many: 'euros', form: 'masculine', cent: centimo },
    {
      signs: '£|GBP',
      one: 'una libra',
      many: 'libras',
      form: 'feminine',
      cent: { one: 'un penique', many: 'peniques' },
    },
    { signs: 'CHF', one: 'un franco', many: 'francos', form: 'masculine', cent: centimo },
  ],
  moneyJoint: ' con ',
  saysCents: true,
  units: [
    masculine('km/h', 'kilómetro por hora', 'kilómetros por hora'),
    masculine('km', 'kilómetro'),
    masculine('cm', 'centímetro'),
    masculine('mm', 'milímetro'),
    masculine('m²', 'metro cuadrado', 'metros cuadrados'),
    masculine('m', 'metro'),
    masculine('kg', 'kilo'),
    masculine('g', 'gramo'),
    masculine('l', 'litro'),
    masculine('°C|ºC', 'grado Celsius', 'grados Celsius'),
    masculine(String.raw`min\b\.?`, 'minuto'),
    feminine(String.raw`h\b\.?`, 'hora'),
    masculine(String.raw`s|seg\b\.?`, 'segundo'),
  ],
  digitsAfter: 'extensión|ext|código|código postal|habitación|vuelo|PIN',
  numberSign: { written: String.raw`[Nn]\.?[º°]|[Nn]úms?\.|#|№`, word: 'número' },
  abbreviations: [
    { short: String.raw`[Ss]r\.`, long: 'señor' },
    { short: String.raw`[Ss]ra\.`, long: 'señora' },
    { short: String.raw`[Ss]rta\.`, long: 'señorita' },
    { short: String.raw`[Ss]res\.`, long: 'señores' },
    { short: String.raw`[Dd]r\.`, long: 'doctor' },
    { short: String.raw`[Dd]ra\.`, long: 'doctora' },
    { short: String.raw`D\.(?= \p{Lu})`, long: 'don' },
    { short: String.raw`D\.ª|Dña\.`, long: 'doña' },
    { short: String.raw`[UV]d\.`, long: 'usted', mayEnd: true },
    { short: String.raw`[UV]ds\.`, long: 'ustedes', mayEnd: true },
    { short: String.raw`[Pp]\. ?ej\.`, long: 'por ejemplo' },
    { short: String.raw`[Aa]prox\.`, long: 'aproximadamente' },
    { short: String.raw`etc\.`, long: 'etcétera', mayEnd: true },
    { short: String.raw`[Tt]el\.|[Tt]fno\.`, long: 'teléfono' },
    { short: String.raw`Av(?:da)?\.`, long: 'avenida' },
    { short: String.raw`[Cc]/(?= ?\p{Lu})`, long: 'calle' },
    { short: String.raw`Sto\.(?= \p{Lu})`, long: 'Santo' },
    { short: String.raw`Sta\.(?= \p{Lu})`, long: 'Santa' },
    { short: String.raw`EE\. ?UU\.`, long: 'Estados Unidos', mayEnd: true },
    { short: String.raw`[Dd]pto\.`, long: 'departamento' },
  ],
  signs: { '&': 'y', '@': 'arroba', '%': 'por ciento', '€': 'euros', $: 'dólares', '£': 'libras' },
};
