/** The names in braces of a text of the catalogue: `'Answer {name}'` has the slot `name`. */
export type Slots<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}`
  ? Slot | Slots<Rest>
  : never;

export type Values<Text extends string> = { readonly [Slot in Slots<Text>]: string | number };

/** Puts the values into a text of the catalogue; a slot without a value does not compile. */
export function fill<Text extends string>(text: Text, values: Values<Text>): string {
  const given: Readonly<Record<string, string | number>> = values;
  return text.replaceAll(/\{(\w+)\}/g, (slot, name: string) => String(given[name] ?? slot));
}

/** One text for one of something, another for the rest, as the language has it (CLDR plural rules). */
export function plural<One extends string, Other extends string>(
  count: number,
  texts: { readonly one: One; readonly other: Other },
): One | Other {
  return new Intl.PluralRules('en').select(count) === 'one' ? texts.one : texts.other;
}
