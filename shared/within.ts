/** What waits: the clock of the server or of the page. */
type Waiting = { readonly after: (ms: number, task: () => void) => () => void };

/** The value if it comes within so many ms, else what is said instead. Its timer does not outlive the answer. */
export async function within<Value, Late>(
  clock: Waiting,
  ms: number,
  value: Promise<Value>,
  late: Late,
): Promise<Value | Late> {
  let stop = (): void => {};
  const lateness = new Promise<Late>((resolve) => {
    stop = clock.after(ms, () => resolve(late));
  });
  return Promise.race([value, lateness]).finally(() => stop());
}
