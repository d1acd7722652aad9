/**
 * Runs tasks one after the other: what belongs to one call is decided in one order, so that of two answers in the
 * same instant exactly one finds the call still ringing. A task that throws fails its own promise only.
 */
export function createSerial(): <Value>(task: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    // The next task waits for the end of this one, however it ended; its failure belongs to whoever asked for it.
    last = result.then(nothing, nothing);
    return result;
  };
}

const nothing = (): void => {};
