import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Line, Row } from '../line.ts';
import { interruption } from '../interruption.ts';
import { quantile, single, summarise } from '../statistics.ts';

const program = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../voices/speak-sentences.ts');
const run = promisify(execFile);

const spokenSchema = z
  .object({
    engine: z.string(),
    spoken: z.array(z.object({ tookMs: z.number(), soundMs: z.number() })),
    peakBytes: z.number(),
    loopDelayP99Ms: z.number(),
  })
  .nullable();
type Spoken = NonNullable<z.output<typeof spokenSchema>>;

/** The voices of this machine: each sentence from the request to its last sample at 8 kHz, one after the other. */
export const voices: Row = {
  name: 'voices',
  measure: async ({ n }) => {
    const flite = await speak('flite', n);
    const espeak = await speak('espeak-ng', n);
    return [
      ...(flite === null ? [] : linesOf(flite, 'What it adds to the process that it is a thread of.')),
      ...(espeak === null ? [] : linesOf(espeak, 'Of the process that speaks one text; it ends with it.')),
    ];
  },
};

async function speak(name: string, n: number): Promise<Spoken | null> {
  const args = ['--import', 'tsx', program, name, String(n)];
  const { stdout } = await run(process.execPath, args, { signal: interruption });
  return spokenSchema.parse(JSON.parse(stdout));
}

function linesOf({ engine, spoken, peakBytes, loopDelayP99Ms }: Spoken, note: string): readonly Line[] {
  const factors = spoken.map(({ tookMs, soundMs }) => tookMs / soundMs);
  const tookMs = spoken.map((one) => one.tookMs);
  return [
    {
      what: `${engine}: real-time factor`,
      unit: 's a second of sound',
      ...summarise(factors),
      budget: null,
      more: { 'ms a sentence': quantile(tookMs, 0.5), 'ms at the most': quantile(tookMs, 1) },
      samples: factors,
    },
    { what: `${engine}: peak memory`, unit: 'MB', ...single(peakBytes / 1e6, 1), budget: null, note },
    {
      what: `${engine}: event loop delay while speaking, p99`,
      unit: 'ms',
      ...single(loopDelayP99Ms, spoken.length),
      budget: 20,
    },
  ];
}
