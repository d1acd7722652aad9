import type { Log } from '../ports/log.ts';

const eachWithinMs = 8000;

/** What was opened, closed in the opposite order; one that fails or hangs does not keep the others open. */
export function createClosing(log: () => Log) {
  const steps: { readonly name: string; readonly close: () => unknown }[] = [];
  let closed: Promise<void> | undefined;

  const closeAll = async (): Promise<void> => {
    for (const { name, close } of steps.toReversed()) {
      const late = Symbol(name);
      const result = await Promise.race([attempt(close), after(eachWithinMs, late)]);
      if (result === late) log().error({ part: name }, 'a part did not close in time');
      else if (result !== undefined) log().error({ part: name, err: result }, 'a part did not close well');
    }
  };
  return {
    add: (name: string, close: () => unknown): void => void steps.push({ name, close }),
    close: (): Promise<void> => (closed ??= closeAll()),
  };
}

export type Closing = ReturnType<typeof createClosing>;

async function attempt(close: () => unknown): Promise<unknown> {
  try {
    await close();
    return undefined;
  } catch (error) {
    // Handed to the loop above, which logs it by the part's name.
    return error;
  }
}

const after = <Value>(ms: number, value: Value): Promise<Value> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(value), ms).unref();
  });
