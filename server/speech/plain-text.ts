/** Scripts of more than one kind of letter, by their names in ISO 15924; the others are their own in Unicode. */
const mixedScripts: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Han', 'Bopomofo'],
  Hant: ['Han', 'Bopomofo'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Kore: ['Hangul', 'Han'],
};

/**
 * The text as a voice of that language (BCP 47) can be given it: in one line, without control characters and halves of
 * characters. Undefined where it has letters of a script that such voices do not read: they would leave holes in what is
 * said. Latin letters every voice reads.
 */
export function plainText(input: string, language: string): string | undefined {
  const text = input
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Z}]+/gu, ' ')
    .trim();
  return foreignLetter(language).test(text) ? undefined : text;
}

const foreignLetters = new Map<string, RegExp>();

function foreignLetter(language: string): RegExp {
  const script = new Intl.Locale(language).maximize().script ?? 'Latin';
  const known = foreignLetters.get(script);
  if (known !== undefined) return known;
  const scripts = [...(mixedScripts[script] ?? [script]), 'Latin', 'Common', 'Inherited'];
  const made = new RegExp(`(?!${scripts.map((name) => `\\p{scx=${name}}`).join('|')})\\p{L}`, 'u');
  foreignLetters.set(script, made);
  return made;
}
