import type { Clock } from '../../../ports/clock.ts';

export type Patience<Value> = {
  /** The new value, told at once, or after a while if it still holds then. */
  readonly become: (value: Value, isToBeWaitedFor: boolean) => void;
  readonly stop: () => void;
};

/** Tells good news at once, and bad news only when they last: most cuts are over before anybody could read of them. */
export function createPatience<Value>(clock: Clock, ms: number, tell: (value: Value) => void): Patience<Value> {
  let latest: { readonly value: Value } | null = null;
  let cancel: (() => void) | null = null;
  const stop = (): void => {
    cancel?.();
    cancel = null;
  };
  const tellLatest = (): void => {
    cancel = null;
    if (latest !== null) tell(latest.value);
  };
  return {
    become: (value, isToBeWaitedFor) => {
      latest = { value };
      if (isToBeWaitedFor) cancel ??= clock.after(ms, tellLatest);
      else {
        stop();
        tell(value);
      }
    },
    stop,
  };
}
