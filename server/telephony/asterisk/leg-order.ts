/**
 * Keeps the events of a leg in order while something about its first one is being read: what comes for that leg in the
 * meantime waits behind it. Other legs are not held up.
 */
export type LegOrder = {
  /** Runs the task now, or after what the leg is waiting for. */
  readonly inOrder: (legId: string, task: () => void) => void;
  /** Holds the leg until the promise is settled. */
  readonly hold: (legId: string, until: Promise<void>) => void;
};

export function createLegOrder(): LegOrder {
  const held = new Map<string, (() => void)[]>();
  return {
    inOrder: (legId, task) => {
      const waiting = held.get(legId);
      if (waiting === undefined) task();
      else waiting.push(task);
    },
    hold: (legId, until) => {
      const waiting: (() => void)[] = [];
      held.set(legId, waiting);
      const release = (): void => {
        held.delete(legId);
        for (const task of waiting) task();
      };
      void until.finally(release);
    },
  };
}
