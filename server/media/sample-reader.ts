/** The sample at a byte of a sound, -1 to 1; of floating point anything. */
export type SampleAt = (sound: Buffer, at: number) => number;

/** By the word of the header that says how it is encoded (RFC 2361), and the bits of a sample. */
const readers: ReadonlyMap<string, SampleAt> = new Map<string, SampleAt>([
  ['1:8', (sound, at) => (sound.readUInt8(at) - 128) / 128],
  ['1:16', (sound, at) => sound.readInt16LE(at) / 0x8000],
  ['1:24', (sound, at) => sound.readIntLE(at, 3) / 0x80_0000],
  ['1:32', (sound, at) => sound.readInt32LE(at) / 0x8000_0000],
  ['3:32', (sound, at) => sound.readFloatLE(at)],
  ['3:64', (sound, at) => sound.readDoubleLE(at)],
  ['6:8', (sound, at) => fromALaw(sound.readUInt8(at)) / 0x8000],
  ['7:8', (sound, at) => fromMuLaw(sound.readUInt8(at)) / 0x8000],
]);

/** Linear samples of 8 to 32 bits, floating point, A-law and µ-law; undefined for everything else. */
export const sampleReader = (encoding: number, bits: number): SampleAt | undefined =>
  readers.get(`${encoding}:${bits}`);

/** ITU-T G.711, as 16 bits. */
function fromALaw(byte: number): number {
  const code = byte ^ 0x55;
  const [segment, step] = [(code >> 4) & 7, code & 0x0f];
  const height = segment === 0 ? (step << 4) + 8 : ((step << 4) + 0x108) << (segment - 1);
  return (code & 0x80) === 0 ? -height : height;
}

/** ITU-T G.711, as 16 bits. */
function fromMuLaw(byte: number): number {
  const code = ~byte & 0xff;
  const height = ((((code & 0x0f) << 3) + 0x84) << ((code >> 4) & 7)) - 0x84;
  return (code & 0x80) === 0 ? height : -height;
}
