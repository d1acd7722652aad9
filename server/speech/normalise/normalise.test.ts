import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';

const cases: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  en: [
    ['May I call you back in 10 minutes?', 'May I call you back in ten minutes?'],
    ['At 14:30, or 2:30 pm.', 'At two thirty p m, or two thirty p m.'],
    ['We close at 5 p.m. Please call before.', 'We close at five p m. Please call before.'],
    ['9:05 or 8:00, not 0:15 or 12:00', 'nine oh five or eight o’clock, not twelve fifteen a m or twelve o’clock'],
    ['Open 9-5 pm and 9:00–17:30.', 'Open nine to five p m and nine o’clock to five thirty p m.'],
    ['25:00 and 10:75', 'twenty-five: zero zero and ten: seventy-five'],
    ['on 2026-11-26', 'on November twenty-sixth, twenty twenty-six'],
    ['on 26.11.2026.', 'on November twenty-sixth, twenty twenty-six.'],
    ['on 11/26/2026', 'on November twenty-sixth, twenty twenty-six'],
    ['on 26/11/2026', 'on November twenty-sixth, twenty twenty-six'],
    ['on 05/06/2026', 'on zero five zero six twenty twenty-six'],
    ['on 26 November', 'on the twenty-sixth of November'],
    ['the 26th of November, 1999', 'the twenty-sixth of November, nineteen ninety-nine'],
    ['November 1st, 2005 and Nov. 2', 'November first, two thousand five and November second'],
    ['31 May 1900 and 45 May', 'the thirty-first of May, nineteen hundred and forty-five May'],
    ['It is $12.50, or £3.', 'It is twelve dollars and fifty cents, or three pounds.'],
    [
      '$1 or €1,250.01 or 12,50 €',
      'one dollar or one thousand two hundred fifty euros and one cent or twelve euros and fifty cents',
    ],
    ['$0.99 and 5 USD and $1.5', 'ninety-nine cents and five dollars and one dollar and fifty cents'],
    ['$1,000 and EUR 7.00', 'one thousand dollars and seven euros'],
    ['Call 650 555 0119.', 'Call six five zero, five five five, zero one one nine.'],
    ['Call +1 (650) 555-0119 now', 'Call plus one, six five zero, five five five, zero one one nine now'],
    [
      '5550100 or 020 7946 0018',
      'five five five, zero one zero zero or zero two zero, seven nine four six, zero zero one eight',
    ],
    ['order 48213, extension 214', 'order four eight two, one three, extension two one four'],
    [
      '10000 and 1,250 and 3.5 and 0.05',
      'ten thousand and one thousand two hundred fifty and three point five and zero point zero five',
    ],
    ['5% or 2.5 %', 'five percent or two point five percent'],
    ['Dr. Smith and Mrs. Jones, No. 5 Main St.', 'Doctor Smith and Missus Jones, number five Main Street.'],
    [
      'at St. James, e.g. today, approx. 3 km away',
      'at Saint James, for example, today, approximately three kilometres away',
    ],
    ['the 1st, 2nd, 3rd and 21st', 'the first, second, third and twenty-first'],
    [
      '1 km, 5 kg, 1 min. or 20 °C, -4 °C',
      'one kilometre, five kilograms, one minute or twenty degrees Celsius, minus four degrees Celsius',
    ],
    ['Tom & Ana, 24/7, 2-3 days', 'Tom and Ana, twenty-four seven, two to three days'],
    ['in 2026 and 1,000,000 more', 'in twenty twenty-six and one million more'],
    ['room 007, B12 and 3D', 'room zero zero seven, B twelve and three D'],
    ['9999999999999999999999', 'nine nine nine, '.repeat(6) + 'nine nine nine nine'],
  ],
  de: [
    ['Darf ich Sie in 21 Minuten zurückrufen?', 'Darf ich Sie in einundzwanzig Minuten zurückrufen?'],
    ['um 14:30 Uhr, um 9.05 Uhr, um 1 Uhr', 'um vierzehn Uhr dreißig, um neun Uhr fünf, um ein Uhr'],
    ['von 9:00-17:00 Uhr', 'von neun Uhr bis siebzehn Uhr'],
    [
      'am 26.11.2026 und am 26.11.',
      'am sechsundzwanzigsten November zweitausendsechsundzwanzig und am sechsundzwanzigsten November.',
    ],
    ['am 26. November 1999', 'am sechsundzwanzigsten November neunzehnhundertneunundneunzig'],
    ['der 1. Mai ist frei', 'der erste Mai ist frei'],
    ['im 3. Stock', 'im dritten Stock'],
    [
      '12,50 € oder 1.250,00 € oder 0,99 €',
      'zwölf Euro fünfzig oder eintausendzweihundertfünfzig Euro oder neunundneunzig Cent',
    ],
    ['1 € und $3', 'ein Euro und drei Dollar'],
    ['unter 030 123456', 'unter null drei null, eins zwo drei, vier fünf sechs'],
    ['+49 (0)30 1234567', 'plus vier neun, drei null, eins zwo drei, vier fünf sechs sieben'],
    ['1.500 Stück, 3,5 km, 5 %', 'eintausendfünfhundert Stück, drei Komma fünf Kilometer, fünf Prozent'],
    ['Hr. Dr. Maier, Fr. Kern, z. B. ca. 2 Std.', 'Herr Doktor Maier, Frau Kern, zum Beispiel circa zwei Stunden.'],
    ['in 1 Stunde, in 1 Tag, 1 Nachricht, Nr. 1', 'in einer Stunde, in einem Tag, eine Nachricht, Nummer eins'],
    [
      '2026-11-26 bzw. 26/11/2026',
      'sechsundzwanzigsten November zweitausendsechsundzwanzig beziehungsweise sechsundzwanzigsten November zweitausendsechsundzwanzig',
    ],
  ],
  fr: [
    ['Puis-je vous rappeler dans 21 minutes ?', 'Puis-je vous rappeler dans vingt et une minutes ?'],
    ['à 9h30, à 14:30 ou à 1 h', 'à neuf heures trente, à quatorze heures trente ou à une heure'],
    ['de 9h-17h', 'de neuf heures à dix-sept heures'],
    ['le 26 novembre 2026 et le 1er mai', 'le vingt-six novembre deux mille vingt-six et le premier mai'],
    [
      'le 26/11/2026, le 26.11.2026',
      'le vingt-six novembre deux mille vingt-six, le vingt-six novembre deux mille vingt-six',
    ],
    ['12,50 € ou 1 250 € ou £1', 'douze euros cinquante ou mille deux cent cinquante euros ou une livre'],
    ['au 06 12 34 56 78', 'au zéro six, un deux, trois quatre, cinq six, sept huit'],
    ['3,5 km, 5 %, 1 500 000 fois', 'trois virgule cinq kilomètres, cinq pour cent, un million cinq cent mille fois'],
    ['M. Dupont, Mme Roy, n° 5, env. 2 kg', 'Monsieur Dupont, Madame Roy, numéro cinq, environ deux kilos'],
    ['le 2e étage, la 1re fois', 'le deuxième étage, la première fois'],
    ['une personne sur 1, 31 places', 'une personne sur un, trente et une places'],
  ],
  es: [
    ['¿Puedo llamarle dentro de 21 minutos?', '¿Puedo llamarle dentro de veintiún minutos?'],
    ['dentro de 1 hora, 21 horas, 1 día, 21 000', 'dentro de una hora, veintiuna horas, un día, veintiún mil'],
    ['a las 14:30, a la 1:15, a las 2:00 p. m.', 'a las catorce treinta, a la una quince, a las dos de la tarde.'],
    ['el 26 de noviembre de 2026', 'el veintiséis de noviembre de dos mil veintiséis'],
    ['el 26/11/2026', 'el veintiséis de noviembre de dos mil veintiséis'],
    ['12,50 € o $21 o £1', 'doce euros con cincuenta céntimos o veintiún dólares o una libra'],
    ['al 612 345 678', 'al seis uno dos, tres cuatro cinco, seis siete ocho'],
    ['3,5 km, 5 %, 1.500 personas', 'tres coma cinco kilómetros, cinco por ciento, mil quinientas personas'],
    ['El Sr. García y la Sra. Paz, p. ej. el n.º 5', 'El señor García y la señora Paz, por ejemplo el número cinco'],
    ['el 3º y la 3ª', 'el tercero y la tercera'],
  ],
  it: [
    ['Posso richiamarLa tra 21 minuti?', 'Posso richiamarLa tra ventuno minuti?'],
    ['alle 14:30, alle 9.05, all’1:00', 'alle quattordici e trenta, alle nove e cinque, all’una'],
    ['il 26 novembre 2026 e il 1 maggio', 'il ventisei novembre duemilaventisei e il primo maggio'],
    ['il 26/11/2026', 'il ventisei novembre duemilaventisei'],
    ['12,50 € o 1 € o £3', 'dodici euro e cinquanta centesimi o un euro o tre sterline'],
    ['al 334 123 4567', 'al tre tre quattro, uno due tre, quattro cinque sei sette'],
    ['3,5 km, 5 %, 1.500 persone', 'tre virgola cinque chilometri, cinque per cento, millecinquecento persone'],
    [
      'Il sig. Rossi, la dott.ssa Verdi, ad es. il n. 5',
      'Il signor Rossi, la dottoressa Verdi, ad esempio il numero cinque',
    ],
    ['il 3º e la 26ª, 1 persona, 1 giorno', 'il terzo e la ventiseiesima, una persona, un giorno'],
  ],
};

describe.each(Object.entries(cases))('what is written short, in %s', (code, written) => {
  it.each(written)('%s', (text, spoken) => {
    expect(normalise(text, code)).toBe(spoken);
  });
});

describe('what nobody says', () => {
  it.each([
    ['Hello 😀 there, thank you 👍🏽!', 'Hello there, thank you !'],
    ['👨‍👩‍👧 7️⃣ 🇩🇪', 'seven'],
    ['I am <b>busy</b> now<br/>', 'I am busy now'],
    ['<speak>Hello <break time="10s"/> there</speak>', 'Hello there'],
    ['a\u00adb \u202ec\u200d', 'ab c'],
    ['5 < 6 and <3', 'five six and three'],
    ['😀', ''],
    ['<speak></speak>', ''],
  ])('is left out of %j', (text, spoken) => {
    expect(normalise(text, 'en')).toBe(spoken);
  });

  it('is left out in a language without words of its own, and nothing else is changed', () => {
    expect(normalise('Om 14:30 <b>bel</b> ik 😀', 'nl')).toBe('Om 14:30 bel ik');
  });
});
