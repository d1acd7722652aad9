import type { z } from 'zod';

/** What is wrong with a field, as a sentence, by the field's name. */
export type Faults<Field extends string> = { readonly [Name in Field]?: string };

/** The first complaint of a schema about each field; none when it has none. */
export function faultsBy<Field extends string>(
  schema: z.ZodType,
  value: Readonly<Record<Field, unknown>>,
): Faults<Field> {
  const parsed = schema.safeParse(value);
  const faults: { [Name in Field]?: string } = {};
  if (parsed.success) return faults;
  const isField = (name: unknown): name is Field => typeof name === 'string' && Object.hasOwn(value, name);
  for (const { path, message } of parsed.error.issues) {
    const [field] = path;
    if (isField(field)) faults[field] ??= message;
  }
  return faults;
}

export const hasFaults = (faults: Faults<string>): boolean =>
  Object.values(faults).some((fault) => fault !== undefined);
