import { readFile } from 'node:fs/promises';
import type { Pcm } from '../../ports/speech.ts';
import { readWav } from '../wav.ts';
import { MemoryWasi, ProgramExit } from './memory-wasi.ts';

export type FliteJob = {
  /** Latin text without markup. */
  readonly text: string;
  readonly voice: string;
  readonly speed: number;
};
export type Flite = (job: FliteJob) => Pcm;

/** Compiles Flite (the command-line program) once; each call runs it anew, and blocks the thread for 3 % of what it speaks. */
export async function loadFlite(wasmFile: string): Promise<Flite> {
  const module = await WebAssembly.compile(await readFile(wasmFile));
  return ({ text, voice, speed }) => {
    const options = ['-voice', voice, '--setf', `duration_stretch=${1 / speed}`, '-t', text, '-o', '/speech.wav'];
    const wasi = new MemoryWasi(['flite', ...options]);
    run(new WebAssembly.Instance(module, wasi.imports(module)), wasi);
    const wav = readWav(wasi.file.content);
    if (!wav.ok) throw new Error(`Flite wrote no sound: ${wav.error}`);
    return wav.value;
  };
}

function run(instance: WebAssembly.Instance, wasi: MemoryWasi): void {
  const { memory, _start: start } = instance.exports;
  if (!(memory instanceof WebAssembly.Memory) || typeof start !== 'function') throw new Error('this is not Flite');
  wasi.memory = memory;
  try {
    start();
  } catch (error) {
    if (!(error instanceof ProgramExit) || error.code !== 0) throw error;
  }
}
