import type { RtpPacket } from './rtp-packet.ts';

/** What one side of a call has counted. */
export type PacketCounts = {
  readonly sent: number;
  readonly received: number;
  /** Packets that should have come by their sequence numbers and did not (RFC 3550 §A.3). */
  readonly lost: number;
  /** Interarrival jitter in milliseconds (RFC 3550 §6.4.1). */
  readonly jitterMs: number;
  /** Packets that came from an address other than the one agreed on; they are not heard. */
  readonly strangers: number;
};

const longestDelayMs = 1000;

/** Loss and jitter of one incoming stream; a new SSRC (another talker, a resumed call) begins a new count and keeps the losses so far. */
export class RtpStatistics {
  #received = 0;
  #lostBefore = 0;
  #ssrc: number | undefined;
  #first = 0;
  #highest = 0;
  #inStream = 0;
  #transit: number | undefined;
  #jitter = 0;

  get received(): number {
    return this.#received;
  }

  get lost(): number {
    return this.#lostBefore + this.#lostInStream();
  }

  get jitterMs(): number {
    return this.#jitter;
  }

  /** `at` in milliseconds. Key packets repeat their timestamp: count them with `timed` false. */
  count(packet: RtpPacket, at: number, timed: boolean): void {
    this.#received += 1;
    const transit = at - packet.timestamp / 8;
    if (packet.ssrc !== this.#ssrc) this.#begin(packet);
    const ahead = (packet.sequence - (this.#highest & 0xffff) + 0x8000) & 0xffff;
    this.#highest = Math.max(this.#highest, this.#highest + ahead - 0x8000);
    this.#inStream += 1;
    if (timed && !packet.marker && this.#transit !== undefined) this.#compare(Math.abs(transit - this.#transit));
    this.#transit = timed ? transit : undefined;
  }

  /** A jump of the timestamps is a new talk spurt that lacks its marker, and says nothing of the network. */
  #compare(change: number): void {
    if (change < longestDelayMs) this.#jitter += (change - this.#jitter) / 16;
  }

  #begin(packet: RtpPacket): void {
    this.#lostBefore += this.#lostInStream();
    this.#ssrc = packet.ssrc;
    this.#first = packet.sequence;
    this.#highest = packet.sequence;
    this.#inStream = 0;
    this.#transit = undefined;
  }

  #lostInStream(): number {
    return this.#ssrc === undefined ? 0 : Math.max(0, this.#highest - this.#first + 1 - this.#inStream);
  }
}
