/** A language as BCP 47 writes it: `cmn-cn` is `zh-CN`. Undefined where it is none: providers have a few names of their own. */
export function languageTag(name: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(name)[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether who speaks `has` is content for who wants `wanted`: `en-GB` is for `en`, not for `en-US`. */
export function speaksLanguage(has: string, wanted: string): boolean {
  const [one, other] = [has.toLowerCase(), wanted.toLowerCase()];
  return one === other || one.startsWith(`${other}-`);
}
