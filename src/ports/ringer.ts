import type { Speaker } from './speaker.ts';

/** What makes a call heard before it is answered. */
export interface Ringer {
  /** Where it rings and how loud: a device of its own, so that it is heard with the headset on the desk. */
  readonly speaker: Speaker;
  /** Gets ready: from now on a press anywhere on the page unblocks it. */
  open(): void;
  /** `blocked`: the browser plays nothing until the person has pressed something on the page. */
  state(): RingerState;
  /** Answers the way to stop listening. */
  subscribe(listener: (state: RingerState) => void): () => void;
  /** Rings until stopped. `knock` is the quiet one, for when there is a call already. */
  start(sound: RingTone | 'knock'): void;
  /** Silent at once. */
  stop(): void;
  /** One period of a tone; cuts off the one before. */
  ringOnce(tone?: RingTone): void;
  /** To be called from a click; true if sound is allowed now. */
  unblock(): Promise<boolean>;
  close(): void;
}

export type RingTone = 'bell' | 'twoNotes' | 'marimba' | 'classic';

export type RingerState = 'ready' | 'blocked';
