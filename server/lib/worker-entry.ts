/** A worker's file and its arguments, for `new Worker(file, { argv })`. */
export type WorkerEntry = { readonly file: URL; readonly argv: readonly string[] };

/**
 * Where a worker of ours is started from: its bundled file beside the bundled server, or its source (in tests, under tsx).
 * A bundler does not see through `new Worker(new URL(…))` in server code, so both places are named by whoever composes the server.
 * `moduleUrl` is the `import.meta.url` of the asking module; `source` is relative to it as written, `bundled` to the bundle.
 */
export function workerEntry(
  moduleUrl: string,
  places: { readonly source: string; readonly bundled: string },
): WorkerEntry {
  if (!moduleUrl.endsWith('.ts')) return { file: new URL(places.bundled, moduleUrl), argv: [] };
  const source = new URL(places.source, moduleUrl);
  return { file: new URL('run-from-source.mjs', import.meta.url), argv: [source.href] };
}
