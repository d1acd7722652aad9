/** Ways of writing dates and numbers to choose from, most of a reception's neighbourhood first. BCP 47. */
export const locales = [
  'en-GB',
  'en-IE',
  'en-US',
  'en-CA',
  'en-AU',
  'de-DE',
  'fr-FR',
  'es-ES',
  'it-IT',
  'nl-NL',
  'pl-PL',
  'pt-PT',
  'hr-HR',
  'cs-CZ',
  'da-DK',
  'nb-NO',
  'sv-SE',
  'fi-FI',
  'el-GR',
] as const;

/** `English (United Kingdom)`, in the language of the page. */
export function localeName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;
}
