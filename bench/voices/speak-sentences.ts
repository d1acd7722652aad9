import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Speech } from '../../server/ports/speech.ts';
import { createEspeakSpeech, espeakOnThePath, findEspeak } from '../../server/speech/espeak/espeak-speech.ts';
import { createFliteSpeech } from '../../server/speech/flite/flite-speech.ts';
import { systemClock } from '../../server/composition/system-clock.ts';
import { sentences } from './sentences.ts';

// A process of its own, so that what a voice adds to one can be told: `flite` or `espeak-ng`, and how many sentences. Prints what
// `spokenSchema` of the row reads, or `null` where there is no such voice.
const [name, count] = process.argv.slice(2);
const log = { warn: (fields: unknown) => console.error(fields), error: (fields: unknown) => console.error(fields) };
const clock = systemClock;

/** Of the built server, as it runs. */
const worker = { file: new URL('../../dist-server/flite-worker.js', import.meta.url), argv: [] };

function status(pid: number | 'self', field: 'VmHWM' | 'VmRSS'): number {
  const line = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) * 1024;
}

async function measure(speech: Speech, peak: (before: number) => Promise<number>) {
  const before = status('self', 'VmRSS');
  // The first one waits for what is compiled or loaded once.
  await speak(speech, 'Hello.');
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const spoken = [];
  for (const text of sentences(Number(count))) spoken.push(await speak(speech, text));
  delay.disable();
  const peakBytes = await peak(before);
  await speech.close();
  return { engine: speech.engine, spoken, peakBytes, loopDelayP99Ms: delay.percentile(99) / 1e6 };
}

async function speak(speech: Speech, input: string) {
  const begun = performance.now();
  const said = await speech.synthesize({ input, sampleRate: 8000 });
  const tookMs = performance.now() - begun;
  if (!said.ok) throw new Error(`"${input}" was not spoken: ${said.error}`);
  return { tookMs, soundMs: (said.value.samples.length * 1000) / said.value.sampleRate };
}

/** Its own memory at the most: seen while it waits for somebody to take what it has spoken, and cannot have ended. */
async function peakOfEspeak(): Promise<number> {
  const [program] = espeakOnThePath;
  const child = spawn(program, ['--stdin', '--stdout', '-v', 'en-gb'], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.end([...sentences(Number(count))].join(' '));
  await once(child.stdout, 'readable');
  await pause(500);
  const peak = status(child.pid ?? 0, 'VmHWM');
  child.stdout.resume();
  await once(child, 'exit');
  return peak;
}

async function main(): Promise<unknown> {
  if (name === 'flite') {
    return measure(createFliteSpeech({ worker, clock, log }), async (before) => status('self', 'VmHWM') - before);
  }
  const version = await findEspeak(clock);
  if (version === undefined) return null;
  return measure(createEspeakSpeech({ version, languages: ['en'], clock, log }), peakOfEspeak);
}

process.stdout.write(JSON.stringify(await main()));
