/** The language the page is written in; its words are joined and counted as this language has it. */
const pageLanguage = 'en';

type Listening = { readonly locale: string | undefined };
/** One for the whole page, like the page's language attribute; undefined follows the browser. */
let now: Listening = { locale: undefined };

/**
 * From now on dates, times and numbers are written so: a BCP 47 tag; null, or one that this browser does not know, is as
 * the browser has it. The page says the region's variety of its own language, so that a screen reader picks its voice.
 */
export function setLocale(tag: string | null, document: Pick<Document, 'documentElement'>): void {
  now = { locale: tag === null ? undefined : known(tag) };
  const { locale } = dateTimeFormat({}).resolvedOptions();
  document.documentElement.lang = isPageLanguage(locale) ? locale : pageLanguage;
}

/** Writes dates and times as whoever sits here reads them. */
export const dateTimeFormat = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(now.locale, options);

/** `Sales, Service and Main number`: a part of a sentence, so in the language of the page. */
export function listOf(words: readonly string[]): string {
  const { locale } = now;
  const language = locale !== undefined && isPageLanguage(locale) ? locale : `${pageLanguage}-GB`;
  return new Intl.ListFormat(language).format(words);
}

const isPageLanguage = (tag: string): boolean => new Intl.Locale(tag).language === pageLanguage;

function known(tag: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0];
  } catch (error) {
    // Not a language tag at all.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
