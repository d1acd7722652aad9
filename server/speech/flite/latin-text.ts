/** Latin letters that do not come apart into a base letter and a mark. */
const letters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    ẞ: 'SS',
    æ: 'ae',
    Æ: 'Ae',
    œ: 'oe',
    Œ: 'Oe',
    ø: 'o',
    Ø: 'O',
    đ: 'd',
    Đ: 'D',
    ð: 'd',
    Ð: 'D',
    þ: 'th',
    Þ: 'Th',
    ł: 'l',
    Ł: 'L',
    ı: 'i',
    ħ: 'h',
    Ħ: 'H',
    ĸ: 'k',
    ŋ: 'ng',
    Ŋ: 'Ng',
    ŧ: 't',
    Ŧ: 'T',
    '‘': "'",
    '’': "'",
    '“': '"',
    '”': '"',
    '–': ', ',
    '—': ', ',
    '…': '. ',
    '€': ' euros ',
    '£': ' pounds ',
  }),
);

/**
 * The text in the letters Flite knows (ASCII): accents dropped, typographic signs made plain, markup and other symbols left out.
 * Undefined where a letter of another script would leave a hole in what is said, or nothing is left to say.
 */
export function latinText(input: string): string | undefined {
  const unmarked = input.replace(/<\/?[a-z!?][^>]*>/gi, ' ').replace(/[<>]/g, ' ');
  // Once more afterwards: some letters have a mark and come apart no further.
  const plain = inAscii(inAscii(unmarked).normalize('NFKD').replace(/\p{M}/gu, ''));
  if (/[^\p{ASCII}\P{L}]/u.test(plain)) return undefined;
  const text = plain
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return /[a-z0-9]/i.test(text) ? text : undefined;
}

const inAscii = (text: string): string => text.replace(/\P{ASCII}/gu, (sign) => letters.get(sign) ?? sign);
