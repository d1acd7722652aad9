import { decodeG711, type Codec } from './g711.ts';

const slotBytes = 160;
const framesASecond = 50;

/**
 * The last seconds of received sound, as it came (one byte a sample) with the time it came at; decoded when somebody asks.
 * Keeping a second costs 8 kB; memory is taken from the system only as it fills.
 */
export class AudioRing {
  readonly #slots: number;
  readonly #bytes: Uint8Array;
  readonly #times: Float64Array;
  readonly #lengths: Uint8Array;
  readonly #codecs: Codec[] = [];
  #written = 0;

  constructor(seconds: number) {
    this.#slots = Math.max(1, Math.ceil(seconds * framesASecond));
    this.#bytes = new Uint8Array(this.#slots * slotBytes);
    this.#times = new Float64Array(this.#slots);
    this.#lengths = new Uint8Array(this.#slots);
  }

  append(codec: Codec, payload: Uint8Array, at: number): void {
    for (let start = 0; start < payload.length; start += slotBytes) {
      const part = payload.subarray(start, start + slotBytes);
      const slot = this.#written % this.#slots;
      this.#bytes.set(part, slot * slotBytes);
      this.#times[slot] = at;
      this.#lengths[slot] = part.length;
      this.#codecs[slot] = codec;
      this.#written += 1;
    }
  }

  /** The samples that arrived after `since`, oldest first. */
  after(since: number): Int16Array {
    const frames = this.frames(since);
    const samples = new Int16Array(frames.reduce((sum, frame) => sum + frame.samples.length, 0));
    let at = 0;
    for (const frame of frames) {
      samples.set(frame.samples, at);
      at += frame.samples.length;
    }
    return samples;
  }

  /** The frames that arrived after `since`, oldest first, each with its time of arrival. */
  frames(since: number): readonly { readonly at: number; readonly samples: Int16Array }[] {
    const frames: { at: number; samples: Int16Array }[] = [];
    const oldest = Math.max(0, this.#written - this.#slots);
    for (let index = this.#written - 1; index >= oldest; index -= 1) {
      const slot = index % this.#slots;
      const at = this.#times[slot] ?? 0;
      if (at <= since) break;
      const start = slot * slotBytes;
      const codes = this.#bytes.subarray(start, start + (this.#lengths[slot] ?? 0));
      frames.push({ at, samples: decodeG711(this.#codecs[slot] ?? 'pcmu', codes) });
    }
    return frames.toReversed();
  }
}
