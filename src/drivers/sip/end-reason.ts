import type { OfferEnd } from '../../ports/phone-line.ts';

/**
 * Whether the Reason header fields (RFC 3326) of a CANCEL or BYE say that a colleague took the call: `Q.850;cause=26`
 * (non-selected user clearing), or `SIP;cause=200` (RFC 3326 §3.1, "Call completed elsewhere").
 */
export function saysAnsweredElsewhere(reasons: readonly string[]): boolean {
  return reasons
    .flatMap((line) => line.split(','))
    .some((reason) => /^\s*Q\.850\s*;.*cause=26\b/i.test(reason) || /^\s*SIP\s*;.*cause=200\b/i.test(reason));
}

export const offerEndOf = (reasons: readonly string[]): OfferEnd =>
  saysAnsweredElsewhere(reasons) ? 'answeredElsewhere' : 'cancelled';

/** The close code SIP.js leaves in the text of its error; null when there is none to be found. */
export function closeCodeIn(error: unknown): number | null {
  const found = error instanceof Error ? /\(code: (\d{4})\)/.exec(error.message)?.[1] : undefined;
  return found === undefined ? null : Number(found);
}
