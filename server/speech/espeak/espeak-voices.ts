import type { Voice } from '../../ports/speech.ts';
import { languageTag } from '../language-tag.ts';

type Row = {
  readonly code: string;
  readonly language: string;
  readonly name: string;
  /** How well it speaks which language, in eSpeak's code: the lower the better. */
  readonly ranks: ReadonlyMap<string, number>;
};

/** The second voice of each language: another voice box on the same sounds. */
const variant = { suffix: '+f2', name: 'higher' };

/**
 * Voices for these languages (BCP 47) out of what `espeak-ng --voices` prints: for each the one that speaks it best, and the
 * same one higher. The id of a voice is what `-v` takes.
 */
export function voicesFor(listing: string, languages: readonly string[]): readonly Voice[] {
  const rows = listing.split('\n').flatMap((line) => rowOf(line) ?? []);
  const chosen = languages.flatMap((language) => bestFor(rows, language.toLowerCase()) ?? []);
  return [...new Set(chosen)].flatMap(({ code, language, name }) => {
    const voice = { language, provider: 'espeak-ng', quality: 'robotic' };
    return [
      { ...voice, id: code, name: `eSpeak, ${name}` },
      { ...voice, id: `${code}${variant.suffix}`, name: `eSpeak, ${name}, ${variant.name}` },
    ];
  });
}

/** ` 5  fr-be           --/M      French_(Belgium)   roa/fr-BE            (fr 8)`: priority, language, sex, name, file, others. */
function rowOf(line: string): Row | undefined {
  const [, priority, code, name, others] = /^\s*(\d+)\s+([\w-]+)\s+\S+\s+(\S+)\s+\S+\s*(.*)$/.exec(line) ?? [];
  if (priority === undefined || code === undefined || name === undefined) return undefined;
  const language = languageTag(code);
  if (language === undefined) return undefined;
  const also = [...(others ?? '').matchAll(/\(([\w-]+) (\d+)\)/g)];
  const ranks = also.map(([, other = '', rank = '']): [string, number] => [other, Number(rank)]);
  // By its own code it comes before those that speak the language among others.
  return { code, language, name: name.replaceAll('_', ' ').trim(), ranks: new Map([...ranks, [code, 0]]) };
}

/** `de-AT` is content with a voice for `de`. */
function bestFor(rows: readonly Row[], language: string): Row | undefined {
  const [primary = language] = language.split('-');
  for (const wanted of [language, primary]) {
    const able = rows.filter(({ ranks }) => ranks.has(wanted));
    const [best] = able.toSorted((one, other) => (one.ranks.get(wanted) ?? 0) - (other.ranks.get(wanted) ?? 0));
    if (best !== undefined) return best;
  }
  return undefined;
}
