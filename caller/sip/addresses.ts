/** Where a packet comes from or goes to. */
export type Address = { readonly host: string; readonly port: number };

/** A From, To, Contact or Route value (RFC 3261 §20.10): `"Jane" <sip:1001@host>;tag=x`. */
export type NameAddress = {
  readonly displayName: string;
  readonly uri: string;
  readonly params: ReadonlyMap<string, string>;
};

/** Undefined where the text is no name-addr or addr-spec. Parameter names come in lower case, quotes removed. */
export function parseNameAddress(text: string): NameAddress | undefined {
  const match = /^\s*(?:("(?:\\.|[^"\\])*"|[^<"]*?)\s*<([^>]+)>|([^;<>\s]+))\s*((?:;.*)?)$/s.exec(text);
  if (!match) return undefined;
  const [, name = '', bracketed, bare, params = ''] = match;
  return { displayName: unquote(name), uri: bracketed ?? bare ?? '', params: parseParams(params) };
}

export function writeNameAddress(displayName: string, uri: string): string {
  return displayName === '' ? `<${uri}>` : `"${displayName.replace(/[\\"]/g, '\\$&')}" <${uri}>`;
}

/** `;tag=abc;lr` → tag → abc, lr → '' */
export function parseParams(text: string): ReadonlyMap<string, string> {
  const params = new Map<string, string>();
  for (const part of text.match(/;(?:"(?:\\.|[^"\\])*"|[^;"])*/g) ?? []) {
    const [name = '', ...value] = part.slice(1).split('=');
    if (name.trim() !== '') params.set(name.trim().toLowerCase(), unquote(value.join('=').trim()));
  }
  return params;
}

function unquote(text: string): string {
  return text.startsWith('"') && text.endsWith('"') && text.length > 1
    ? text.slice(1, -1).replace(/\\(.)/gs, '$1')
    : text;
}

/** Host and port of a sip URI (port 5060 where none is named); undefined for other schemes. */
export function addressOfUri(uri: string): Address | undefined {
  const match = /^sips?:(?:[^@]*@)?(\[[^\]]+\]|[^:;?>\s]+)(?::(\d{1,5}))?/i.exec(uri);
  return match ? { host: match[1] ?? '', port: Number(match[2] ?? 5060) } : undefined;
}

/** The user part of a sip or tel URI: the number, where it is one. */
export function userOfUri(uri: string): string | undefined {
  return /^(?:sips?:([^@;]+)@|tel:([^;]+))/i.exec(uri)?.slice(1).find(Boolean);
}

export function sameAddress(one: Address, other: Address): boolean {
  return one.port === other.port && one.host === other.host;
}
