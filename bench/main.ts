import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { endOnSignals, interruption } from './interruption.ts';
import { keepsBudget, type Line, type Row } from './line.ts';
import { machineFacts } from './machine.ts';
import { readOptions } from './options.ts';
import { rows } from './rows/rows.ts';
import { tableOf } from './table.ts';

const resultsFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), 'results');

type Failure = { readonly row: string; readonly reason: string };

/** Measures the rows one after the other. A missed budget is shown; only a row that could not be measured is a failure. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), rows);
  if (!options.ok) {
    console.error(options.error);
    return 2;
  }
  const begun = new Date();
  const machine = await machineFacts();
  const lines: Line[] = [];
  const failures: Failure[] = [];
  for (const row of options.value.rows) {
    if (interruption.aborted) break;
    console.error(`• measuring: ${row.name}`);
    const measured = await tryRow(row, options.value.n);
    if ('reason' in measured) failures.push(measured);
    else lines.push(...measured.lines);
  }
  console.log(`\n${JSON.stringify(machine)}\n\n${tableOf(lines)}\n`);
  for (const { row, reason } of failures) console.log(`✖ ${row} could not be measured: ${reason}`);
  const results = lines.map((line) => ({ ...line, kept: keepsBudget(line) }));
  const file = path.join(resultsFolder, `${begun.toISOString().replaceAll(':', '-')}.json`);
  await mkdir(resultsFolder, { recursive: true });
  await writeFile(file, `${JSON.stringify({ at: begun.toISOString(), machine, lines: results, failures }, null, 2)}\n`);
  console.log(path.relative(process.cwd(), file));
  return failures.length > 0 ? 1 : 0;
}

async function tryRow(row: Row, n: number): Promise<{ readonly lines: readonly Line[] } | Failure> {
  try {
    return { lines: await row.measure({ n }) };
  } catch (error) {
    // The other rows are worth having; the exit code and the last lines tell of this one.
    return { row: row.name, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

endOnSignals();
process.exitCode = await main();
// What was being waited for when it was told to end may be some seconds away; everything is closed.
if (interruption.aborted) process.exit(130);
