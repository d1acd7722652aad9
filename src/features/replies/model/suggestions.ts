import type { ReplyTime } from '../../../../shared/reply/pattern.ts';
import { sayTime, timeIn } from '../../../../shared/reply/time-words.ts';
import type { ApiRequest } from '../../../ports/server-link.ts';
import type { ReplyOffer, Templates } from './templates-store.ts';

type Words = ApiRequest<'reply'>['body'];
type Pattern = NonNullable<Words['pattern']>;
type Language = ReplyOffer['languages'][number];

/** A text to begin with. What the server puts into words (`pattern`) it also says in numbers and times as they are said. */
export type Suggestion = {
  readonly key: string;
  readonly name: string | null;
  readonly text: string;
  readonly pattern: Pattern | null;
  /** The same with `{time}` in the place of its time; null: it names none that may be another. */
  readonly timed: string | null;
};

export type Chosen = Pick<Templates, 'offer' | 'own' | 'hidden'> & { readonly language: string };
type Written = Chosen & { readonly text: string };

/** What a text is: a suggestion as it stands, or with another time. */
type Said = { readonly suggestion: Suggestion; readonly time: ReplyTime | null };

/** So many templates are chosen by their digit. */
export const mostDigits = 5;

/** The templates of the language, one's own first, then the patterns. */
export function suggestionsOf(chosen: Chosen): readonly Suggestion[] {
  const spoken = languageOf(chosen);
  if (spoken === undefined) return [];
  const patterns = spoken.patterns.map(({ pattern, text, timed = null }) => {
    return { key: JSON.stringify(pattern), name: null, text, pattern, timed };
  });
  return [...templatesOf(chosen), ...patterns];
}

export type TemplateSuggestion = Suggestion & { readonly name: string };

/** One's own, then those of the house that are not hidden. One's own may be a copy, with a time as well. */
export function templatesOf(chosen: Chosen): readonly TemplateSuggestion[] {
  const spoken = languageOf(chosen);
  if (spoken === undefined) return [];
  const { own, hidden, language } = chosen;
  const isHidden = (id: string): boolean => hidden.some((one) => one.language === language && one.id === id);
  const copied = (text: string) =>
    spoken.templates.find(({ timed }) => timed !== undefined && timeIn(text, timed, spoken.times) !== null);
  const all = [
    ...(own ?? [])
      .filter((one) => one.language === language)
      .map((one) => ({ ...one, timed: copied(one.text)?.timed })),
    ...spoken.templates.filter(({ id }) => !isHidden(id)),
  ];
  return all.map(({ id, name, text, timed = null }) => ({ key: id, name, text, pattern: null, timed }));
}

const languageOf = ({ offer, language }: Chosen): Language | undefined =>
  offer?.languages.find(({ code }) => code === language);

/** Null: the words are one's own. */
export function saidIn(written: Written): Said | null {
  const { text } = written;
  const times = languageOf(written)?.times;
  if (times === undefined) return null;
  const timeOf = ({ timed }: Suggestion): ReplyTime | null => (timed === null ? null : timeIn(text, timed, times));
  const all = suggestionsOf(written);
  const suggestion = all.find((one) => one.text === text) ?? all.find((one) => timeOf(one) !== null);
  return suggestion === undefined ? null : { suggestion, time: timeOf(suggestion) };
}

/** A suggestion in words, with a time of one's own where it names one. */
export function inWords(chosen: Chosen, { suggestion, time }: Said): string {
  const times = languageOf(chosen)?.times;
  const { text, timed } = suggestion;
  return timed === null || time === null || times === undefined ? text : sayTime(timed, times, time);
}

/** What is sent: a pattern while its words were not changed, but for its time; else the words, and when they promise a call. */
export function wordsOf(draft: Written & { readonly voice: string }): Words {
  const { language, voice, text } = draft;
  const said = saidIn(draft);
  const pattern = said?.suggestion.pattern ?? null;
  const time = said?.time ?? null;
  const spoken = { ...(language !== '' && { language }), ...(voice !== '' && { voice }) };
  if (pattern === null) return { text, ...(time !== null && { callBackIn: time }), ...spoken };
  return { pattern: pattern.kind === 'callYouBack' ? { ...pattern, ...time } : pattern, ...spoken };
}
