import type { z } from 'zod';

/**
 * PostgreSQL keeps neither U+0000 nor half of a surrogate pair in `text` and `jsonb`, and refuses the whole row for one.
 * The first is dropped, the second becomes U+FFFD.
 */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\u{FFFD}');
}

const storableValue = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? storableText(value) : value;

/** A value as JSON text that PostgreSQL takes, and the value as it will be read back. */
export function toStored<Value>(
  schema: z.ZodType<Value>,
  value: Value,
): { readonly text: string; readonly value: Value } {
  const text = JSON.stringify(value, storableValue);
  return { text, value: schema.parse(JSON.parse(text)) };
}
