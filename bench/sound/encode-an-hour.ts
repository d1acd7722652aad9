import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '../../server/composition/system-clock.ts';
import { createSoundTools } from '../../server/media/sound-tools.ts';

// A process of its own, so that what the work adds to one can be told: two tracks of an hour are joined and encoded. Prints what
// `encodedSchema` of the row reads.
const seconds = Number(process.argv[2] ?? 3600);
/** Of the built server, as it runs. */
const worker = { file: new URL('../../dist-server/sound-worker.js', import.meta.url), argv: [] };
const tools = createSoundTools({ worker, clock: systemClock, log: { error: (fields) => console.error(fields) } });
const folder = mkdtempSync(path.join(tmpdir(), 'encode-'));
const at = (file: string): string => path.join(folder, file);

const residentBytes = (field: 'VmHWM' | 'VmRSS'): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;

/** Something like speech: tones that come and go, the two sides in turn. Its header says nothing, as after a kill. */
async function writeTrack(file: string, side: 0 | 1): Promise<void> {
  await writeFile(file, Buffer.from('UklGRgAAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQAAAAA=', 'base64'));
  const second = new Int16Array(8000);
  for (let i = 0; i < seconds; i += 1) {
    const speaks = Math.floor(i / 4) % 2 === side;
    for (let s = 0; s < second.length; s += 1) {
      const height = speaks ? 6000 * (0.5 + 0.5 * Math.sin(s / 300)) : 0;
      second[s] = height * (Math.sin(s / (3 + (i % 5))) + 0.3 * Math.sin(s / 1.3)) + 8 * Math.sin(s * s);
    }
    await appendFile(file, new Uint8Array(second.buffer.slice(0)));
  }
}

async function timed<Value>(work: () => Promise<Value>) {
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { value, wallMs: performance.now() - begun, cpuMs: (user + system) / 1000 };
}

try {
  await writeTrack(at('left.wav'), 0);
  await writeTrack(at('right.wav'), 1);
  const before = residentBytes('VmRSS');
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const joined = await timed(() => tools.join(at('left.wav'), at('right.wav'), at('both.wav')));
  const encoded = await timed(() => tools.toMp3(at('both.wav'), at('both.mp3')));
  delay.disable();
  if (!joined.value.ok || !encoded.value.ok) throw new Error('the sound could not be worked on');
  const facts = {
    join: { wallMs: joined.wallMs, cpuMs: joined.cpuMs },
    mp3: { wallMs: encoded.wallMs, cpuMs: encoded.cpuMs },
    mp3Bytes: encoded.value.value.bytes,
    peakBytes: residentBytes('VmHWM') - before,
    loopDelayP99Ms: delay.percentile(99) / 1e6,
  };
  console.log(JSON.stringify(facts));
} finally {
  await tools.close();
  rmSync(folder, { recursive: true });
}
