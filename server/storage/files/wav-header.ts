const headerBytes = 44;

/** What is to be written where, and how long the sound is. */
export type WavFacts = {
  readonly sizes: readonly { readonly at: number; readonly value: number }[];
  readonly lengthMs: number;
};

/**
 * The sizes that a WAV file of one data chunk (16-bit mono, as Asterisk writes it) must have by its length; Asterisk writes them when a
 * recording ends, so that they are 0 when it was killed. Nothing for what is not such a file.
 */
export function wavFacts(head: Uint8Array, fileBytes: number): WavFacts | undefined {
  const header = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (header.length < headerBytes || header.toString('latin1', 0, 4) !== 'RIFF') return undefined;
  if (header.toString('latin1', 8, 16) !== 'WAVEfmt ' || header.toString('latin1', 36, 40) !== 'data') return undefined;
  const bytesASecond = header.readUInt32LE(28);
  if (bytesASecond === 0) return undefined;
  const dataBytes = fileBytes - headerBytes;
  return {
    sizes: [
      { at: 4, value: fileBytes - 8 },
      { at: 40, value: dataBytes },
    ],
    lengthMs: Math.round((dataBytes * 1000) / bytesASecond),
  };
}
