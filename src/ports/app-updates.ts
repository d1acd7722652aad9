/** The versions of this page: the one that runs, and perhaps one that waits until nobody is on the line. */
export interface AppUpdates {
  /** The version that waits: a newer one, or the very one this page is of, since the browser still keeps the last. */
  readonly waiting: () => 'newer' | 'thisPage' | null;
  /** Tells of every change of it. Answers the way to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks the server whether there is a newer one. */
  readonly look: () => void;
  /** Lets it take over, and with a newer one begins this page anew. To be called only while no call is on. */
  readonly take: () => void;
}
