import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { Locale } from './locale.ts';

/**
 * The languages the server speaks, the usual one first. A language is offered while there is a voice for it; one joins by
 * a file like en.ts and its name here.
 */
export const locales: readonly [Locale, ...Locale[]] = [en, de, fr, es, it];

/** The locale of a language, whole or by its first part: `en-GB` is spoken to in `en`. */
export function localeOf(language: string | undefined): Locale | undefined {
  if (language === undefined) return locales[0];
  const wanted = language.toLowerCase();
  return (
    locales.find(({ code }) => code.toLowerCase() === wanted) ??
    locales.find(({ code }) => code.toLowerCase() === wanted.split('-')[0])
  );
}
