import type { ReactNode } from 'react';
import type { Slots } from '../lib/strings/fill.ts';

type PhraseProps<Text extends string> = {
  readonly text: Text;
  readonly values: { readonly [Slot in Slots<Text>]: string };
};

/** A text of the catalogue with what other people wrote in it: kept apart, so that it cannot turn the sentence around. */
export function Phrase<Text extends string>({ text, values }: PhraseProps<Text>): ReactNode {
  const given: Readonly<Record<string, string>> = values;
  return text.split(/\{(\w+)\}/).map((part, index) =>
    // Odd parts are the slots: split keeps what the group caught.
    index % 2 === 0 ? (
      part
    ) : (
      <bdi key={part} data-slot={part}>
        {given[part]}
      </bdi>
    ),
  );
}
