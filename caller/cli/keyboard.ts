/** Reads single keys: at once from a terminal, as they come from a pipe. Returns what stops the reading. */
export function listenToKeys(input: NodeJS.ReadStream, onKey: (key: string) => void): () => void {
  const hear = (chunk: Buffer) => {
    for (const key of chunk.toString('utf8')) onKey(key === '\u0003' ? 'q' : key);
  };
  if (input.isTTY) input.setRawMode(true);
  input.on('data', hear);
  return () => {
    input.off('data', hear);
    if (input.isTTY) input.setRawMode(false);
    input.pause();
  };
}
