/**
 * Loads what is large when it is first asked for, and only then; what could not be loaded is loaded again. Whoever asks
 * later has it without a turn of the event loop, which `import()` takes even for what is there already.
 */
export function loadOnce<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loading: Promise<Value> | null = null;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    }));
}
