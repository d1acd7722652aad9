const sampleRate = 24_000;

/** The formants of five vowels (Hz), as in a speaker with a middle voice, and how long each is sung (s). */
const vowels = [
  { formants: [730, 1090, 2440], lasts: 0.28 },
  { formants: [530, 1840, 2480], lasts: 0.24 },
  { formants: [270, 2290, 3010], lasts: 0.26 },
  { formants: [570, 840, 2410], lasts: 0.28 },
  { formants: [300, 870, 2240], lasts: 0.34 },
] as const;
const bandwidths = [80, 110, 160] as const;

/** A short voice without words: the puffs of a throat, through the resonances of a mouth (ah, eh, ee, oh, oo). */
export function voiceSample(): { readonly sampleRate: number; readonly samples: Float32Array } {
  const samples = vowels.flatMap(({ formants, lasts }, index) => vowel(formants, lasts, 150 - 8 * index));
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return { sampleRate, samples: Float32Array.from(samples, (sample) => (0.6 * sample) / peak) };
}

function vowel(formants: readonly number[], lasts: number, pitch: number): readonly number[] {
  const count = Math.round(lasts * sampleRate);
  let phase = 0;
  const puffs = Array.from({ length: count }, (_, n) => {
    // The voice falls a little and trembles, or it would be a whistle.
    phase +=
      (pitch * (1 - 0.08 * (n / count)) * (1 + 0.012 * Math.sin((2 * Math.PI * 5.5 * n) / sampleRate))) / sampleRate;
    const open = phase % 1;
    return open < 0.6 ? Math.sin((Math.PI * open) / 0.6) ** 2 : 0;
  });
  const sung = formants.reduce<readonly number[]>(
    (sound, hz, index) => resonate(sound, hz, bandwidths[index] ?? 200),
    puffs.map((puff, n) => puff - (puffs[n - 1] ?? 0)),
  );
  const fade = 0.04 * sampleRate;
  return sung.map((sample, n) => sample * Math.min(1, n / fade, (count - n) / fade));
}

/** A resonance: two poles (H. Klatt 1980, the cascade of a formant synthesiser). */
function resonate(sound: readonly number[], hz: number, bandwidth: number): readonly number[] {
  const radius = Math.exp((-Math.PI * bandwidth) / sampleRate);
  const turn = 2 * radius * Math.cos((2 * Math.PI * hz) / sampleRate);
  const gain = 1 - turn + radius * radius;
  let [before, beforeThat] = [0, 0];
  return sound.map((sample) => {
    const out = gain * sample + turn * before - radius * radius * beforeThat;
    beforeThat = before;
    before = out;
    return out;
  });
}

/** The same as a sound file: RIFF, 16 bit, one channel. */
export function voiceFile(): Blob {
  const { samples } = voiceSample();
  const wav = new DataView(new ArrayBuffer(44 + 2 * samples.length));
  const text = (at: number, word: string): void => {
    for (const [index, byte] of new TextEncoder().encode(word).entries()) wav.setUint8(at + index, byte);
  };
  text(0, 'RIFF');
  wav.setUint32(4, 36 + 2 * samples.length, true);
  text(8, 'WAVEfmt ');
  wav.setUint32(16, 16, true);
  wav.setUint16(20, 1, true);
  wav.setUint16(22, 1, true);
  wav.setUint32(24, sampleRate, true);
  wav.setUint32(28, 2 * sampleRate, true);
  wav.setUint16(32, 2, true);
  wav.setUint16(34, 16, true);
  text(36, 'data');
  wav.setUint32(40, 2 * samples.length, true);
  for (const [n, sample] of samples.entries()) wav.setInt16(44 + 2 * n, Math.round(sample * 32_767), true);
  return new Blob([wav.buffer], { type: 'audio/wav' });
}
