/** Lets at most so many tasks run at a time; the others wait in order. */
export type InFlightLimit = <Value>(task: () => Promise<Value>) => Promise<Value>;

export function createInFlightLimit(most: number): InFlightLimit {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      // The place is handed on, not given back, so that nobody can slip in between.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
