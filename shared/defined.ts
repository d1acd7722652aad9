type Defined<Fields> = { readonly [Field in keyof Fields]?: Exclude<Fields[Field], undefined> };

/** Only the fields that have a value: for `exactOptionalPropertyTypes` a field that is undefined is not one left out. */
export function defined<Fields extends Readonly<Record<string, unknown>>>(fields: Fields): Defined<Fields> {
  // Object.fromEntries forgets the names of the fields; the entries are those of `fields` without the undefined ones.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<Fields>;
}
