export type LevelMeter = {
  /** 0 to 1, as the ear has it: silence is 0, ordinary speech about the middle. */
  readonly level: () => number;
  readonly close: () => void;
};

/** Measures a stream without changing it (Web Audio AnalyserNode). */
export function createLevelMeter(context: AudioContext, stream: MediaStream): LevelMeter {
  const analyser = new AnalyserNode(context, { fftSize: 512 });
  const source = context.createMediaStreamSource(stream);
  const samples = new Float32Array(analyser.fftSize);
  source.connect(analyser);
  return {
    level: () => {
      if (context.state !== 'running') return 0;
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      // −60 dB to 0 dB becomes 0 to 1.
      return power === 0 ? 0 : Math.min(1, Math.max(0, 1 + (10 * Math.log10(power)) / 60));
    },
    close: () => source.disconnect(),
  };
}
