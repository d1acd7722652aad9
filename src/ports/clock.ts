/** Time comes in through arguments; tests bring their own. */
export interface Clock {
  /** Milliseconds since the epoch, as this computer has it. */
  now(): number;
  /** Runs the task once after so many milliseconds, unless the returned function is called before. */
  after(ms: number, task: () => void): () => void;
}
