import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
// oxlint-disable-next-line import/default -- Node gets a build that has nothing else
import wavefile from 'wavefile';
import { createMp3Encoder } from 'wasm-media-encoders';
import { encodeMp3 } from './encode-mp3.ts';
import { makePrompt } from './make-prompt.ts';
import { levelAt, toneOf, writeTrack } from './sound-samples.testing.ts';

const tenMinutes = 600_000;
const notASound = { ok: false, error: 'notASound' };

// oxlint-disable-next-line import/no-named-as-default-member -- see above
const emptyFile = () => new wavefile.WaveFile();

/** A file of one tone in each channel. */
function wavOf(rate: number, depth: string, ms = 1000, channels = 1, hz = 440, amplitude = 0.5): Uint8Array {
  const file = emptyFile();
  const tone = Float64Array.from(
    { length: (rate * ms) / 1000 },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / rate),
  );
  file.fromScratch(channels, rate, '64', channels === 1 ? tone : Array.from({ length: channels }, () => tone));
  if (depth === '8a' || depth === '8m') file.toBitDepth('16');
  if (depth === '8a') file.toALaw();
  else if (depth === '8m') file.toMuLaw();
  else file.toBitDepth(depth);
  return file.toBuffer();
}

function samplesOf(wav: Uint8Array): readonly number[] {
  const file = Buffer.from(wav);
  return Array.from({ length: (file.length - 44) / 2 }, (_, i) => file.readInt16LE(44 + 2 * i) / 32_768);
}

async function prompt(given: Uint8Array, mostMs = tenMinutes) {
  const made = await makePrompt(given, mostMs);
  if (!made.ok) throw new Error(made.error);
  return { ...made.value, samples: samplesOf(made.value.wav) };
}

describe('a prompt of an upload', () => {
  it.each([
    [8000, '8', 1],
    [8000, '8a', 1],
    [8000, '8m', 1],
    [16_000, '16', 2],
    [44_100, '24', 2],
    [48_000, '32', 1],
    [48_000, '32f', 2],
    [11_025, '16', 1],
    [96_000, '64', 1],
    [22_051, '16', 1],
  ] as const)(
    'is 8 kHz mono and speech is -20 dBFS loud, of %i Hz, %s bit, %i channels',
    async (rate, depth, channels) => {
      const made = await prompt(wavOf(rate, depth, 1000, channels));
      expect(Buffer.from(made.wav).readUInt32LE(24)).toBe(8000);
      expect(Buffer.from(made.wav).readUInt16LE(22)).toBe(1);
      expect(Math.abs(made.lengthMs - 1000)).toBeLessThan(3);
      // A sine of -20 dBFS RMS is 0.141 high.
      expect(levelAt(440, made.samples)).toBeCloseTo(0.141, 1);
    },
  );

  it('has nothing of what the telephone cannot carry: no 5 kHz folded down to 3 kHz', async () => {
    const file = emptyFile();
    const both = Float64Array.from(
      { length: 48_000 },
      (_, i) => 0.3 * Math.sin((2 * Math.PI * 440 * i) / 48_000) + 0.3 * Math.sin((2 * Math.PI * 5000 * i) / 48_000),
    );
    file.fromScratch(1, 48_000, '64', both);
    file.toBitDepth('16');
    const { samples } = await prompt(file.toBuffer());
    expect(levelAt(440, samples)).toBeGreaterThan(0.1);
    expect(levelAt(3000, samples)).toBeLessThan(0.001);
  });

  it('is never clipped: loud and quiet sounds are as loud as each other, a noise is not made a voice', async () => {
    const loud = await prompt(wavOf(16_000, '16', 1000, 1, 440, 1));
    const quiet = await prompt(wavOf(16_000, '16', 1000, 1, 440, 0.02));
    expect(levelAt(440, quiet.samples)).toBeCloseTo(levelAt(440, loud.samples), 2);
    expect(Math.max(...loud.samples.map(Math.abs))).toBeLessThan(0.9);
    const noise = await prompt(wavOf(16_000, '16', 1000, 1, 440, 0.0005));
    expect(levelAt(440, noise.samples)).toBeLessThan(0.01);
  });

  it('is also made of an MP3, of 8 kHz as of 44.1', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'prompt-'));
    await encodeMp3(await writeTrack(path.join(folder, 'a.wav'), toneOf(440, 2000)), path.join(folder, 'a.mp3'));
    const ours = await prompt(await readFile(path.join(folder, 'a.mp3')));
    expect(ours.lengthMs).toBe(2000);
    expect(levelAt(440, ours.samples)).toBeCloseTo(0.141, 1);
    await rm(folder, { recursive: true });
    const wide = await prompt(await mp3Of(44_100, 2));
    expect(Math.abs(wide.lengthMs - 2000)).toBeLessThan(100);
    expect(levelAt(440, wide.samples)).toBeCloseTo(0.141, 1);
  });

  it('is no longer than it may be', async () => {
    const tooLong = { ok: false, error: 'soundTooLong' };
    expect(await makePrompt(wavOf(8000, '16', 1001), 1000)).toEqual(tooLong);
    expect(await makePrompt(wavOf(8000, '16', 1000), 1000)).toMatchObject({ ok: true });
    expect(await makePrompt(await mp3Of(44_100, 2), 1000)).toEqual(tooLong);
  });
});

async function mp3Of(rate: 44_100, seconds: number): Promise<Uint8Array> {
  const encoder = await createMp3Encoder();
  encoder.configure({ sampleRate: rate, channels: 1, bitrate: 64 });
  const tone = Float32Array.from({ length: rate * seconds }, (_, i) => 0.5 * Math.sin((2 * Math.PI * 440 * i) / rate));
  return Buffer.concat([Buffer.from(encoder.encode([tone])), Buffer.from(encoder.finalize())]);
}

describe('what is no sound', () => {
  let wav = Buffer.alloc(0);
  beforeAll(() => {
    wav = Buffer.from(wavOf(8000, '16'));
  });
  const changed = (change: (file: Buffer) => void): Buffer => {
    const file = Buffer.from(wav);
    change(file);
    return file;
  };

  it.each([
    ['nothing', () => Buffer.alloc(0)],
    ['text', () => Buffer.from('Dear caller, '.repeat(500))],
    ['a page', () => Buffer.from('<html><body>RIFF WAVE data</body></html>')],
    ['a picture', () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(5000, 0xff)])],
    ['the first bytes of a WAV', () => wav.subarray(0, 20)],
    ['a WAV without samples', () => wav.subarray(0, 44)],
    ['a WAV of no channels', () => changed((file) => file.writeUInt16LE(0, 22))],
    ['a WAV of 60,000 channels', () => changed((file) => file.writeUInt16LE(60_000, 22))],
    ['a WAV of 1 Hz', () => changed((file) => file.writeUInt32LE(1, 24))],
    ['a WAV of 4 GHz', () => changed((file) => file.writeUInt32LE(0xffff_ffff, 24))],
    ['a WAV of 3 bits', () => changed((file) => file.writeUInt16LE(3, 34))],
    ['a WAV of some other encoding', () => changed((file) => file.writeUInt16LE(0x55, 20))],
    ['a WAV whose format is as long as the file', () => changed((file) => file.writeUInt32LE(0xffff_fff0, 16))],
    ['frames of an MP3 with nothing in them', () => Buffer.alloc(50_000, Buffer.from([0xff, 0xfb, 0x90, 0x00]))],
    [
      'a tag, and then nothing',
      () => Buffer.concat([Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f', 'latin1'), Buffer.alloc(99)]),
    ],
  ])('is %s', async (_, given) => {
    expect(await makePrompt(given(), tenMinutes)).toEqual(notASound);
  });

  it('is not a WAV whose lengths are not true: what is there is played', async () => {
    for (const size of [0, 0xffff_ffff, 0x7fff_fff0]) {
      const odd = changed((file) => void (file.writeUInt32LE(size, 4), file.writeUInt32LE(size, 40)));
      expect(await makePrompt(odd, tenMinutes)).toMatchObject({ ok: true, value: { lengthMs: 1000 } });
    }
  });

  it('is not an MP3 that is damaged in one place', async () => {
    const mp3 = Buffer.from(await mp3Of(44_100, 2));
    mp3.fill(0x55, 4000, 4600);
    expect(await makePrompt(mp3, tenMinutes)).toMatchObject({ ok: true });
  });
});
