/** What makes a call heard before it is answered. */
export interface Ringer {
  /** Gets ready: from now on a press anywhere on the page unblocks it. */
  open(): void;
  /** `blocked`: the browser plays nothing until the person has pressed something on the page. */
  state(): RingerState;
  /** Answers the way to stop listening. */
  subscribe(listener: (state: RingerState) => void): () => void;
  /** Rings until stopped. `knock` is the quiet one, for when there is a call already. */
  start(how: 'ring' | 'knock'): void;
  /** Silent at once. */
  stop(): void;
  ringOnce(): void;
  /** To be called from a click; true if sound is allowed now. */
  unblock(): Promise<boolean>;
  close(): void;
}

export type RingerState = 'ready' | 'blocked';
