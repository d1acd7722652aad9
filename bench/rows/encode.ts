import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { interruption } from '../interruption.ts';
import type { Line, Row } from '../line.ts';
import { quantile, summarise } from '../statistics.ts';

const program = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../sound/encode-an-hour.ts');
const run = promisify(execFile);
/** Each is an hour of sound; more than a few of them tell nothing more. */
const mostRuns = 5;

const workSchema = z.object({ wallMs: z.number(), cpuMs: z.number() });
const encodedSchema = z.object({
  join: workSchema,
  mp3: workSchema,
  mp3Bytes: z.number(),
  peakBytes: z.number(),
  loopDelayP99Ms: z.number(),
});
type Encoded = z.output<typeof encodedSchema>;

/** An hour of a conversation, as two tracks whose writer was killed: made one file of two channels, then an MP3. */
export const encode: Row = {
  name: 'encode',
  measure: async ({ n }) => {
    const runs: Encoded[] = [];
    while (runs.length < Math.min(n, mostRuns)) {
      const { stdout } = await run(process.execPath, ['--import', 'tsx', program], { signal: interruption });
      runs.push(encodedSchema.parse(JSON.parse(stdout)));
    }
    const bytes = runs[0]?.mp3Bytes ?? 0;
    return [
      lineOf(
        'an hour of two tracks joined, with peaks: CPU',
        runs.map(({ join }) => join),
      ),
      {
        ...lineOf(
          'an hour of two channels as MP3: CPU',
          runs.map(({ mp3 }) => mp3),
        ),
        note: `${bytes} bytes`,
      },
      {
        what: 'an hour joined and encoded: memory added at the peak',
        unit: 'MB',
        ...summarise(runs.map(({ peakBytes }) => peakBytes / 1e6)),
        budget: null,
      },
      {
        what: "an hour joined and encoded: delay of the server's event loop meanwhile, p99",
        unit: 'ms',
        ...summarise(runs.map(({ loopDelayP99Ms }) => loopDelayP99Ms)),
        budget: 20,
      },
    ];
  },
};

function lineOf(what: string, works: readonly z.output<typeof workSchema>[]): Line {
  const samples = works.map(({ cpuMs }) => cpuMs / 1000);
  const walls = works.map(({ wallMs }) => wallMs / 1000);
  return { what, unit: 's', ...summarise(samples), budget: null, more: { 's in all': quantile(walls, 0.5) }, samples };
}
