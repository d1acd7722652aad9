import type { Voice } from '../../ports/speech.ts';

/** A voice as a provider lists it. */
export type ListedVoice = Voice & {
  readonly sex: 'female' | 'male' | 'other';
  /** Not one that is offered unasked: dearer, or without a speed. */
  readonly special?: boolean;
};

/**
 * Which of a provider's hundreds of voices are offered: those that are named, in that order; else a woman's and a man's for
 * each language (BCP 47), from where most of its speakers are. The first of the list come first.
 */
export function pickVoices(
  listed: readonly ListedVoice[],
  { languages, only }: { readonly languages: readonly string[]; readonly only: readonly string[] },
): readonly Voice[] {
  const named = only.flatMap((id) => listed.find((voice) => voice.id === id) ?? []);
  const picked = only.length > 0 ? named : languages.flatMap((language) => usual(listed, language));
  return [...new Set(picked)].map(({ sex: _sex, special: _special, ...voice }) => voice);
}

function usual(listed: readonly ListedVoice[], language: string): readonly ListedVoice[] {
  const { language: primary, region } = new Intl.Locale(language).maximize();
  const able = listed.filter(({ special, ...voice }) => special !== true && voice.language.split('-')[0] === primary);
  const [first] = able;
  const there = able.filter((voice) => voice.language === `${primary}-${region}`);
  const near = there.length > 0 ? there : able.filter((voice) => voice.language === first?.language);
  return (['female', 'male', 'other'] as const)
    .flatMap((wanted) => near.find(({ sex }) => sex === wanted) ?? [])
    .slice(0, 2);
}
