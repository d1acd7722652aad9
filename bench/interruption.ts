const stop = new AbortController();

/** Aborted once somebody has asked the benchmark to end; whatever is open is closed, and no further row begun. */
export const interruption = stop.signal;

/** Ctrl-C and SIGTERM end it in order; a second one ends it at once. */
export function endOnSignals(): void {
  const end = (): void => {
    if (interruption.aborted) process.exit(130);
    stop.abort(new Error('the benchmark was told to end'));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

const interrupted = new Promise<never>((_, reject) => {
  interruption.addEventListener('abort', () => reject(new Error('the benchmark was told to end')), { once: true });
});
// Heard also while there is no work that could fail by it.
interrupted.catch(() => undefined);

/** Does the work and closes at the end, or as soon as there is an interruption: then the work fails by itself. */
export async function closingAfter<Value>(close: () => Promise<unknown>, work: () => Promise<Value>): Promise<Value> {
  let closed: Promise<unknown> | undefined;
  const closeOnce = (): Promise<unknown> => (closed ??= close());
  const abort = (): void => void closeOnce();
  interruption.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work(), interrupted]);
  } finally {
    interruption.removeEventListener('abort', abort);
    await closeOnce();
  }
}
