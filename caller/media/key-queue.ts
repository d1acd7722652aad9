import type { TelephoneEvent } from './telephone-event.ts';

/** Milliseconds between packets, and the samples in one. */
export const frameMs = 20;
export const frameSamples = 160;

/** How long a key is held and how long the hand rests before the next; multiples of 20 ms. */
export type KeyTiming = { readonly durationMs: number; readonly gapMs: number };
export type KeyFrame = TelephoneEvent & { readonly first: boolean };
type Key = { readonly code: number; readonly frames: number; readonly gapFrames: number; readonly sent: () => void };

/** The end of an event is sent three times (RFC 4733 §2.5.1.4). */
const endPackets = 3;

/** Keys waiting to be sent, one packet a frame: the event growing, its end three times, then the gap. */
export class KeyQueue {
  readonly #keys: Key[] = [];
  #position = 0;

  /** `sent` runs when the key's last packet is out. */
  push(code: number, timing: KeyTiming, sent: () => void): void {
    const frames = Math.max(2, Math.round(timing.durationMs / frameMs));
    this.#keys.push({
      code,
      frames,
      gapFrames: Math.max(0, Math.round(timing.gapMs / frameMs) - endPackets + 1),
      sent,
    });
  }

  /** The event packet due in this frame; undefined when the frame is free for sound. */
  next(): KeyFrame | undefined {
    const [key] = this.#keys;
    if (!key) return undefined;
    const position = this.#position;
    this.#position += 1;
    const last = key.frames + endPackets - 2;
    if (position === last) key.sent();
    if (position >= last + key.gapFrames) this.#dropFirst();
    if (position > last) return undefined;
    const duration = Math.min(position + 1, key.frames) * frameSamples;
    return { code: key.code, first: position === 0, end: position >= key.frames - 1, duration };
  }

  #dropFirst(): void {
    this.#keys.shift();
    this.#position = 0;
  }
}
