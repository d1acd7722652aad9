import { createStore } from 'zustand/vanilla';
import type { ReplyChoice, ReplyChoices } from '../../features/calls/model/calls-model.ts';
import type { DraftStore } from '../../features/replies/model/draft-store.ts';
import { mostDigits, templatesOf, type Chosen } from '../../features/replies/model/suggestions.ts';
import type { TemplatesStore } from '../../features/replies/model/templates-store.ts';

/** The menu of a ringing card has the templates that have a digit in the window of a reply, in the language of the last one. */
export function replyChoicesOf(
  { store: draft }: Pick<DraftStore, 'store'>,
  { load }: Pick<TemplatesStore, 'load'>,
): ReplyChoices {
  const store = createStore(() => choicesOf(draft.getState()));
  draft.subscribe((now, before) => {
    const isSame = (['offer', 'own', 'hidden', 'language'] as const).every((part) => now[part] === before[part]);
    if (!isSame) store.setState(choicesOf(now), true);
  });
  return { store, look: () => void load() };
}

const choicesOf = (chosen: Chosen): readonly ReplyChoice[] => templatesOf(chosen).slice(0, mostDigits);
