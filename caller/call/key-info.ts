import type { SipHeader } from '../sip/message.ts';

/** The two forms a key has as SIP INFO: named and with its length (`dtmf-relay`), or bare (`dtmf`). */
export type InfoForm = 'dtmf-relay' | 'dtmf';

/** How keys go out by INFO; `dtmf-relay` and 160 ms unless said otherwise. The bare form carries no length. */
export type InfoKeys = { readonly form?: InfoForm; readonly durationMs?: number };

/** The content of an INFO that carries one key. */
export function infoOf(digit: string, { form = 'dtmf-relay', durationMs = 160 }: InfoKeys) {
  const headers: readonly SipHeader[] = [['Content-Type', `application/${form}`]];
  return { headers, body: form === 'dtmf' ? digit : `Signal=${digit}\r\nDuration=${durationMs}\r\n` };
}
