import type { ApiRequest } from '../../../ports/server-link.ts';
import type { ReplyOffer, Templates } from './templates-store.ts';

type Words = ApiRequest<'reply'>['body'];
type Pattern = NonNullable<Words['pattern']>;

/** A text to begin with. What the server puts into words (`pattern`) it also says in numbers and times as they are said. */
export type Suggestion = {
  readonly key: string;
  readonly name: string | null;
  readonly text: string;
  readonly pattern: Pattern | null;
};

export type Chosen = Pick<Templates, 'offer' | 'own' | 'hidden'> & { readonly language: string };

/** So many templates are chosen by their digit. */
export const mostDigits = 5;

/** The templates of the language, one's own first, then the patterns. */
export function suggestionsOf(chosen: Chosen): readonly Suggestion[] {
  const spoken = languageOf(chosen);
  if (spoken === undefined) return [];
  return [
    ...templatesOf(chosen),
    ...spoken.patterns.map(({ pattern, text }) => ({ key: JSON.stringify(pattern), name: null, text, pattern })),
  ];
}

export type TemplateSuggestion = Suggestion & { readonly name: string };

/** One's own, then those of the house that are not hidden. */
export function templatesOf(chosen: Chosen): readonly TemplateSuggestion[] {
  const spoken = languageOf(chosen);
  if (spoken === undefined) return [];
  const { own, hidden, language } = chosen;
  const isHidden = (id: string): boolean => hidden.some((one) => one.language === language && one.id === id);
  const all = [
    ...(own ?? []).filter((one) => one.language === language),
    ...spoken.templates.filter(({ id }) => !isHidden(id)),
  ];
  return all.map(({ id, name, text }) => ({ key: id, name, text, pattern: null }));
}

const languageOf = ({ offer, language }: Chosen): ReplyOffer['languages'][number] | undefined =>
  offer?.languages.find(({ code }) => code === language);

/** What is sent: a pattern while its words were not changed, else the words. */
export function wordsOf(draft: Chosen & { readonly voice: string; readonly text: string }): Words {
  const { language, voice, text } = draft;
  const pattern = suggestionsOf(draft).find((one) => one.text === text)?.pattern ?? null;
  const spoken = { ...(language !== '' && { language }), ...(voice !== '' && { voice }) };
  return pattern === null ? { text, ...spoken } : { pattern, ...spoken };
}
