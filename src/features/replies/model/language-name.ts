/** A language in its own words, `Deutsch` for `de`; its code where nobody knows it. */
export function languageName(code: string): string {
  try {
    const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
  } catch {
    // ECMA-402: a code that is none is a RangeError.
    return code;
  }
}
