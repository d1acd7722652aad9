import type { ApiAnswer, ApiRequest } from '../../../ports/server-link.ts';

/** What the server has to choose from. */
export type ReplyOffer = ApiAnswer<'replyOffer'>;

type Words = ApiRequest<'reply'>['body'];
type Pattern = NonNullable<Words['pattern']>;

/** A text to begin with. What the server puts into words (`pattern`) it also says in numbers and times as they are said. */
export type Suggestion = {
  readonly key: string;
  readonly name: string | null;
  readonly text: string;
  readonly pattern: Pattern | null;
};

type Chosen = { readonly offer: ReplyOffer | null; readonly language: string };

/** The templates of the language, then the patterns. */
export function suggestionsOf({ offer, language }: Chosen): readonly Suggestion[] {
  const spoken = offer?.languages.find(({ code }) => code === language);
  if (spoken === undefined) return [];
  return [
    ...spoken.templates.map(({ id, name, text }) => ({ key: id, name, text, pattern: null })),
    ...spoken.patterns.map(({ pattern, text }) => ({ key: JSON.stringify(pattern), name: null, text, pattern })),
  ];
}

/** What is sent: a pattern while its words were not changed, else the words. */
export function wordsOf(draft: Chosen & { readonly voice: string; readonly text: string }): Words {
  const { language, voice, text } = draft;
  const pattern = suggestionsOf(draft).find((one) => one.text === text)?.pattern ?? null;
  const spoken = { ...(language !== '' && { language }), ...(voice !== '' && { voice }) };
  return pattern === null ? { text, ...spoken } : { pattern, ...spoken };
}
