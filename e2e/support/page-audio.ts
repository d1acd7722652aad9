import type { Page } from '@playwright/test';

/**
 * What the page plays to the receptionist, measured where it leaves for the loudspeaker: the share of a tone in the
 * energy of the last 170 ms (0 to 1), and the level (RMS, 0 to 1). Silence has the share 0.
 */
export async function heardInPage(page: Page, hz: number): Promise<{ readonly share: number; readonly level: number }> {
  return page.evaluate(measureRemoteAudio, hz);
}

// Runs inside the page, so it must stand on its own.
function measureRemoteAudio(hz: number): { share: number; level: number } {
  const quiet = { share: 0, level: 0 };
  const element = document.querySelector<HTMLAudioElement>('[data-testid="remote-audio"]');
  const stream = element?.srcObject;
  if (!(stream instanceof MediaStream) || stream.getAudioTracks().length === 0) return quiet;
  const key = `ear-${stream.id}`;
  const ear: unknown = Reflect.get(window, key);
  if (!(ear instanceof AnalyserNode)) {
    const context = new AudioContext();
    const newEar = context.createAnalyser();
    newEar.fftSize = 8192;
    context.createMediaStreamSource(stream).connect(newEar);
    Reflect.set(window, key, newEar);
    return quiet;
  }
  const samples = new Float32Array(ear.fftSize);
  ear.getFloatTimeDomainData(samples);
  let energy = 0;
  let real = 0;
  let imaginary = 0;
  const step = (2 * Math.PI * hz) / ear.context.sampleRate;
  for (const [n, sample] of samples.entries()) {
    energy += sample * sample;
    real += sample * Math.cos(step * n);
    imaginary += sample * Math.sin(step * n);
  }
  const level = Math.sqrt(energy / samples.length);
  if (level < 0.001) return quiet;
  return { level, share: (2 * (real * real + imaginary * imaginary)) / (samples.length * energy) };
}
