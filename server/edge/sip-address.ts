/** What the edge needs of a From or To header (RFC 3261 §20.10). */
export type SipAddress = {
  /** The user part of a sip: or sips: URI exactly as written; null for other URIs. */
  readonly user: string | null;
  readonly tag: string | null;
};

const nameAddress = /^(?:"(?:[^"\\]|\\.)*"[ \t]*|[^"<>,;]*)<([^<>]*)>(.*)$/;
const plainAddress = /^([^<>",; \t]+)(.*)$/;
const sipUri = /^sips?:([^@]*)@[^@]+$/i;
const tagParameter = /^tag[ \t]*=[ \t]*(\S+)$/i;

/** Undefined for what is not an address, or could be read in two ways. */
export function parseSipAddress(value: string): SipAddress | undefined {
  const [, uri, after] = nameAddress.exec(value) ?? plainAddress.exec(value) ?? [];
  if (uri === undefined || after === undefined) return undefined;
  const [before = '', ...parameters] = after.split(';').map((part) => part.trim());
  if (before !== '' || after.includes('"')) return undefined;
  const tags = parameters.flatMap((parameter) => tagParameter.exec(parameter)?.[1] ?? []);
  if (tags.length > 1) return undefined;
  return { user: sipUri.exec(uri)?.[1] ?? null, tag: tags[0] ?? null };
}
