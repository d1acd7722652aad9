import { fail, ok, type Result } from '../../shared/result.ts';

/** The keys in the order of their event codes (RFC 4733 §3.2). */
const keypad = '0123456789*#ABCD';

/** The payload of a telephone-event packet (RFC 4733 §2.3). Duration in samples (8 a millisecond), so far or, at the end, in all. */
export type TelephoneEvent = { readonly code: number; readonly end: boolean; readonly duration: number };

export function writeTelephoneEvent({ code, end, duration }: TelephoneEvent, target: Buffer, offset = 0): void {
  target.writeUInt8(code, offset);
  target.writeUInt8((end ? 128 : 0) | 10, offset + 1);
  target.writeUInt16BE(Math.min(duration, 0xffff), offset + 2);
}

export function parseTelephoneEvent(payload: Buffer): TelephoneEvent | undefined {
  if (payload.length < 4) return undefined;
  return { code: payload.readUInt8(0), end: payload.readUInt8(1) >> 7 === 1, duration: payload.readUInt16BE(2) };
}

/** The key of an event code; undefined for the codes beyond the keypad (flash, fax tones). */
export function keyOf(code: number): string | undefined {
  return keypad[code];
}

/** Event codes of the keys, `badDigit` when one is not on a keypad. */
export function codesOf(digits: string): Result<readonly number[], 'badDigit'> {
  const codes = Array.from(digits.toUpperCase()).map((digit) => keypad.indexOf(digit));
  return codes.includes(-1) ? fail('badDigit') : ok(codes);
}
