/** Decides which of a person's windows holds the desk's phone: one at a time, the next when that one goes. */
export interface TabLock {
  /** Tells `elsewhere` if another window has it, `here` once this one does. Answers the way to let go. */
  claim(name: string, told: (holder: 'here' | 'elsewhere') => void): () => void;
}
