import { writeNameAddress } from './sip/addresses.ts';
import type { SipHeader } from './sip/message.ts';

export type Party = { readonly number: string; readonly name?: string };

/** Who a call says it comes from. */
export type Identity = {
  readonly number: string;
  readonly name?: string;
  /** The number is hidden from the called side (RFC 3323, RFC 3325): anonymous From, Privacy: id, the truth in P-Asserted-Identity. */
  readonly withheld?: boolean;
  /** P-Asserted-Identity, where it differs from number and name. */
  readonly assertedIdentity?: Party;
  /** Who sent the call on, and why (RFC 5806): `no-answer`, `user-busy`, `unconditional` … */
  readonly diversion?: Party & { readonly reason?: string };
};

/** From and the identity headers of an INVITE. `host`: our address. */
export function identityHeaders(identity: Identity, host: string, fromTag: string): readonly SipHeader[] {
  const { number, name = '', withheld = false, assertedIdentity, diversion } = identity;
  const addressOf = (party: Party) => writeNameAddress(party.name ?? '', `sip:${party.number}@${host}`);
  const asserted = assertedIdentity ?? (withheld ? { number, name } : undefined);
  const from = withheld ? '"Anonymous" <sip:anonymous@anonymous.invalid>' : addressOf({ number, name });
  return [
    ['From', `${from};tag=${fromTag}`],
    ...(withheld ? [['Privacy', 'id'] as const] : []),
    ...(asserted ? [['P-Asserted-Identity', addressOf(asserted)] as const] : []),
    ...(diversion
      ? [['Diversion', `${addressOf(diversion)};reason=${diversion.reason ?? 'unconditional'}`] as const]
      : []),
  ];
}
