import type { Farewell } from '../model/farewell.ts';
import { NoteField } from './note-field.tsx';
import { useHasLastWords } from './use-has-last-words.ts';

type LastWordsProps = { readonly farewell: Farewell; readonly name: string };

/** The note of a call that is over, for as long as it is being written. */
export function LastWords({ farewell, name }: LastWordsProps) {
  return useHasLastWords(farewell) && <NoteField call={farewell.call} name={name} isCompact />;
}
