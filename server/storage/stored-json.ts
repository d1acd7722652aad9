import type { z } from 'zod';

/**
 * PostgreSQL keeps neither U+0000 nor half of a surrogate pair in `text` and `jsonb`, and refuses the whole row for one.
 * The first is dropped, the second becomes U+FFFD.
 */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\u{FFFD}');
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unstorable = /\0|\p{Surrogate}/u;

/** Keys are text, too: a record's may be what somebody typed. */
function storableValue(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (!isRecord(value) || !Object.keys(value).some((key) => unstorable.test(key))) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [storableText(key), part]));
}

/** As JSON text that PostgreSQL takes. */
export const toStoredText = (value: unknown): string => JSON.stringify(value, storableValue);

/** A value as JSON text that PostgreSQL takes, and the value as it will be read back. */
export function toStored<Value>(
  schema: z.ZodType<Value>,
  value: Value,
): { readonly text: string; readonly value: Value } {
  const text = toStoredText(value);
  return { text, value: schema.parse(JSON.parse(text)) };
}
