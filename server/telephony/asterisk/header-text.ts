/** RFC 3261 §25.1 `token`: what a header's name is made of. Anything else could end the name, or a function's argument. */
const token = /^[A-Za-z0-9\-.!%*_+`'~]+$/;

export const isHeaderName = (name: string): boolean => token.test(name);

/** Asterisk writes a value as it is: a line break in it would begin another header. */
export const headerValue = (text: string): string => text.replaceAll(/[\r\n\0]+/g, ' ').trim();

type From = { readonly number: string | null; readonly name: string | null };

/**
 * `"name" <number>` as the device shall show it. A caller without a number is Anonymous: Asterisk would otherwise
 * present a number of its own.
 */
export function callerText({ number, name }: From): string {
  const quoted = (text: string): string => `"${headerValue(text).replaceAll(/[\\"]/g, '\\$&')}"`;
  const digits = number?.replaceAll(/[^0-9A-Za-z+*#._-]/g, '') ?? '';
  if (digits === '') return `${quoted(name ?? 'Anonymous')} <anonymous>`;
  return name === null ? `<${digits}>` : `${quoted(name)} <${digits}>`;
}
