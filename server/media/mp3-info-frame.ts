/** LAME's own delay in samples; a decoder adds 529 by itself, and knows that it does. */
const encoderDelay = 576;
const samplesAFrame = 576;
/** Of each channel, at 16 kbit/s. */
const bytesAFrame = 144;
/** MPEG 2.5, layer III, no checksum; 32 kbit/s at 8 kHz. */
const headers = { 1: [0xff, 0xe3, 0x48, 0xc4], 2: [0xff, 0xe3, 0x48, 0x44] } as const;
/** Side information of MPEG 2 and 2.5, which comes before the tag. */
const sideBytes = { 1: 9, 2: 17 } as const;
const flags = { frames: 1, bytes: 2, places: 4, quality: 8 } as const;

/** The size of every such frame. */
export const infoFrameBytes = 288;

/**
 * The first frame of an MP3 of constant bit rate at 8 kHz: silent, it tells players how long the sound is and how much to leave out at
 * either end, so that its places are those of the original (the "Info" and LAME tags, as LAME's own program writes them:
 * http://gabriel.mp3-tech.org/mp3infotag.html).
 */
export function infoFrame(channels: 1 | 2, facts: { readonly soundBytes: number; readonly samples: number }): Buffer {
  const frame = Buffer.alloc(infoFrameBytes);
  frame.set(headers[channels], 0);
  const frames = facts.soundBytes / (bytesAFrame * channels);
  const tag = frame.subarray(4 + sideBytes[channels]);
  tag.write('Info', 0, 'latin1');
  tag.writeUInt32BE(flags.frames | flags.bytes | flags.places | flags.quality, 4);
  tag.writeUInt32BE(frames, 8);
  tag.writeUInt32BE(infoFrameBytes + facts.soundBytes, 12);
  // At a constant bit rate every place in time is the same share of the bytes.
  for (let percent = 0; percent < 100; percent += 1) tag[16 + percent] = Math.floor((percent * 256) / 100);
  tag.writeUInt32BE(50, 116);
  tag.write('LAME3.100', 120, 'latin1');
  tag[129] = 1;
  tag[130] = 40;
  tag[140] = 16 * channels;
  const padding = Math.min(4095, Math.max(0, frames * samplesAFrame - encoderDelay - facts.samples));
  tag.writeUIntBE((encoderDelay << 12) | padding, 141, 3);
  tag.writeUInt32BE(infoFrameBytes + facts.soundBytes, 148);
  return frame;
}
