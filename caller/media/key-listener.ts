import type { RtpPacket } from './rtp-packet.ts';
import { keyOf, parseTelephoneEvent } from './telephone-event.ts';

export type HeardKey = { readonly digit: string; readonly durationMs: number };

/** Turns telephone-event packets into keys, once each: at its end, or when the next begins and all three ends were lost. */
export class KeyListener {
  #timestamp: number | undefined;
  #pending: HeardKey | undefined;

  hear(packet: RtpPacket): readonly HeardKey[] {
    const event = parseTelephoneEvent(packet.payload);
    const digit = event && keyOf(event.code);
    if (!event || digit === undefined) return [];
    const keys: HeardKey[] = [];
    if (packet.timestamp !== this.#timestamp) {
      if (this.#pending) keys.push(this.#pending);
      this.#timestamp = packet.timestamp;
      this.#pending = { digit, durationMs: 0 };
    }
    if (event.end && this.#pending) {
      keys.push({ digit, durationMs: event.duration / 8 });
      this.#pending = undefined;
    }
    return keys;
  }
}
