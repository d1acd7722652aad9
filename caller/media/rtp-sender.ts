import type { AudioSource, AudioStream } from './audio-source.ts';
import { encodeG711, type Codec } from './g711.ts';
import { frameSamples, KeyQueue, type KeyFrame, type KeyTiming } from './key-queue.ts';
import { writeRtpHeader } from './rtp-packet.ts';
import { writeTelephoneEvent } from './telephone-event.ts';

export type RtpFormat = {
  readonly codec: Codec;
  readonly payloadType: number;
  /** Payload type of telephone-event; undefined when the other side takes none. */
  readonly telephoneEvent: number | undefined;
};

/** Makes the packets of one outgoing stream, one for each 20 ms: sound, silence after its end, keys in between. Knows no socket and no clock. */
export class RtpSender {
  readonly #ssrc: number;
  readonly #keys = new KeyQueue();
  readonly #frame = new Int16Array(frameSamples);
  #stream: AudioStream;
  #sequence: number;
  #timestamp: number;
  #eventStart = 0;
  #marker = true;
  #playing = true;

  /** `seed`: any 32-bit number; SSRC, first sequence number and first timestamp come from it (RFC 3550 §5.1 wants them random). */
  constructor(source: AudioSource, seed: number) {
    this.#ssrc = seed >>> 0;
    this.#sequence = seed & 0x7fff;
    this.#timestamp = (seed * 7919) >>> 0;
    this.#stream = source.start();
  }

  /** Whether the source still has sound to give; after it, silence is sent. */
  get playing(): boolean {
    return this.#playing;
  }

  play(source: AudioSource): void {
    this.#stream = source.start();
    this.#playing = true;
  }

  press(code: number, timing: KeyTiming, sent: () => void): void {
    this.#keys.push(code, timing, sent);
  }

  /** The packet of this frame. */
  next(format: RtpFormat): Buffer {
    const key = format.telephoneEvent === undefined ? undefined : this.#keys.next();
    const packet = key ? this.#keyPacket(key, format.telephoneEvent ?? 0) : this.#soundPacket(format);
    this.#sequence = (this.#sequence + 1) & 0xffff;
    this.skip();
    return packet;
  }

  /** Lets a frame pass unsent (held): time goes on, the sequence does not. */
  skip(): void {
    this.#timestamp = (this.#timestamp + frameSamples) >>> 0;
  }

  #keyPacket(key: KeyFrame, payloadType: number): Buffer {
    if (key.first) this.#eventStart = this.#timestamp;
    this.#marker = true;
    const packet = writeRtpHeader({ ...this.#header(this.#eventStart, key.first), payloadType }, 4);
    writeTelephoneEvent(key, packet, 12);
    return packet;
  }

  #soundPacket({ codec, payloadType }: RtpFormat): Buffer {
    const filled = this.#stream.read(this.#frame);
    if (filled < frameSamples) {
      this.#frame.fill(0, filled);
      this.#playing = false;
    }
    const packet = writeRtpHeader({ ...this.#header(this.#timestamp, this.#marker), payloadType }, frameSamples);
    this.#marker = false;
    encodeG711(codec, this.#frame, packet, 12);
    return packet;
  }

  #header(timestamp: number, marker: boolean) {
    return { marker, sequence: this.#sequence, timestamp, ssrc: this.#ssrc };
  }
}
