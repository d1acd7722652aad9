import type { ProbeSample, TestProbe } from '../../ports/test-probe.ts';
import { readMeasures } from './read-measures.ts';

/** Quiet, away from the tones of telephones, and well inside what a telephone carries (300 to 3400 Hz). */
const toneHz = 1900;
const toneGain = 0.03;
/** 85 ms at 48 kHz. */
const windowSamples = 4096;

/**
 * Listens to both sides of a call, and adds a quiet tone to what is sent, so that the way there and back can be told in
 * a silent room. The tone never leaves by the loudspeaker of this desk before it has been at the far end, so what is
 * found of it in the far end's stream has made the whole way.
 */
export function openTestProbe(peer: RTCPeerConnection): TestProbe | null {
  const [sender] = peer.getSenders();
  const voice = sender?.track ?? null;
  const heard = peer.getReceivers()[0]?.track;
  if (sender === undefined || voice === null || heard === undefined) return null;
  const context = new AudioContext({ latencyHint: 'interactive' });
  void context.resume();
  const microphone = context.createMediaStreamSource(new MediaStream([voice]));
  const microphoneEar = earOn(context, microphone);
  const farEar = earOn(context, context.createMediaStreamSource(new MediaStream([heard])));
  const sent = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  const tone = new OscillatorNode(context, { frequency: toneHz });
  tone.connect(new GainNode(context, { gain: toneGain })).connect(sent);
  microphone.connect(sent);
  tone.start();
  void sender.replaceTrack(sent.stream.getAudioTracks()[0] ?? null);
  return {
    sample: () => sampleOf(microphoneEar(), farEar(), context.sampleRate),
    measure: async () => readMeasures(await peer.getStats()),
    close: () => {
      tone.stop();
      // A call that is over takes its track no more, and nobody else would end it.
      if (peer.connectionState === 'closed') voice.stop();
      else void sender.replaceTrack(voice).catch(() => voice.stop());
      void context.close();
    },
  };
}

type Ear = () => Float32Array<ArrayBuffer>;

function earOn(context: AudioContext, source: AudioNode): Ear {
  const analyser = new AnalyserNode(context, { fftSize: windowSamples });
  const samples = new Float32Array(windowSamples);
  source.connect(analyser);
  return () => {
    analyser.getFloatTimeDomainData(samples);
    return samples;
  };
}

function sampleOf(microphone: Float32Array, heard: Float32Array, sampleRate: number): ProbeSample {
  return {
    microphone: microphone.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0),
    heard: Math.sqrt(heard.reduce((sum, sample) => sum + sample * sample, 0) / heard.length),
    tone: amplitudeOf(toneHz, heard, sampleRate) / toneGain,
  };
}

/** The amplitude of one frequency (discrete Fourier transform at a single point, Hann window). */
export function amplitudeOf(hz: number, samples: Float32Array, sampleRate: number): number {
  const step = (2 * Math.PI * hz) / sampleRate;
  const turn = (2 * Math.PI) / samples.length;
  let real = 0;
  let imaginary = 0;
  for (const [n, sample] of samples.entries()) {
    const weighed = sample * (1 - Math.cos(turn * n));
    real += weighed * Math.cos(step * n);
    imaginary += weighed * Math.sin(step * n);
  }
  return (2 * Math.hypot(real, imaginary)) / samples.length;
}
