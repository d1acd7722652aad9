/** Keeps the screen from going dark. */
export interface Wake {
  /** Answers the way to let it sleep again. */
  keepAwake(): () => void;
}
