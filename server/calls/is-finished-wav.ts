import type { WrittenFile } from '../ports/workshop.ts';

/** Where a WAV file of one data chunk, as Asterisk writes it, says how long that is; the sound follows. */
const dataSizeAt = 40;
const headerBytes = 44;

/**
 * Whether its writer finished it: Asterisk writes the sizes when a recording ends, so that they are 0, or too small, when it was
 * killed.
 */
export function isFinishedWav({ bytes, head }: WrittenFile): boolean {
  if (head.length < headerBytes) return false;
  const dataBytes = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(dataSizeAt, true);
  return dataBytes > 0 && dataBytes + headerBytes >= bytes - 1;
}
