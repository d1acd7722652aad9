/** What a frame's header says (ISO/IEC 11172-3 §2.4.2.3, 13818-3; MPEG 2.5 is the usual extension of them to 8 to 12 kHz). */
export type Mp3Frame = { readonly bytes: number; readonly samples: number; readonly sampleRate: number };

const bitratesOfVersion1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const bitratesOfOthers = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const ratesOfVersion1 = [44_100, 48_000, 32_000];
const layer3 = 1;
/** By the two bits of the version; 1 is no version. */
const divisors = [4, undefined, 2, 1];

/** The header of a frame of layer III at that place; undefined where there is none. */
export function mp3FrameAt(file: Uint8Array, at: number): Mp3Frame | undefined {
  const [sync = 0, kind = 0, rates = 0] = file.subarray(at, at + 3);
  if (sync !== 0xff || (kind & 0xe0) !== 0xe0 || ((kind >> 1) & 3) !== layer3) return undefined;
  const version = (kind >> 3) & 3;
  const divisor = divisors[version];
  const bitrate = (version === 3 ? bitratesOfVersion1 : bitratesOfOthers)[rates >> 4];
  const rate = ratesOfVersion1[(rates >> 2) & 3];
  if (divisor === undefined || bitrate === undefined || bitrate === 0 || rate === undefined) return undefined;
  const sampleRate = rate / divisor;
  const samples = version === 3 ? 1152 : 576;
  const bytes = Math.floor((samples * bitrate * 125) / sampleRate) + ((rates >> 1) & 1);
  return { bytes, samples, sampleRate };
}

/** Where the first frame is: behind the tag that may come first (ID3v2, https://id3.org/id3v2.4.0-structure §3.1). */
export function firstMp3Frame(file: Uint8Array): number | undefined {
  const [i = 0, d = 0, three = 0] = file;
  const tagged = i === 0x49 && d === 0x44 && three === 0x33;
  const start = tagged ? 10 + file.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0) : 0;
  // Some programs leave a gap behind the tag.
  for (let at = start; at < Math.min(start + mostGap, file.length); at += 1) {
    const frame = mp3FrameAt(file, at);
    // What looks like one by chance is not followed by another.
    if (frame !== undefined && mp3FrameAt(file, at + frame.bytes) !== undefined) return at;
  }
  return undefined;
}

const mostGap = 8192;
