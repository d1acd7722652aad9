import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../../../ports/clock.ts';
import type { EmbeddedOptions } from '../embedded/embedded-options.ts';
import { portTrouble } from '../embedded/ports-in-use.ts';
import { type EmbeddedAsterisk, startEmbeddedAsterisk } from '../embedded/start-embedded-asterisk.ts';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..');

/** A port that is free for SIP in both protocols. */
export async function freeSipPort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 30_000);
    if (!(await portTrouble('127.0.0.1', port))) return port;
  }
}

const systemClock: Clock = {
  now: Date.now,
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Options for an Asterisk of a test's own in `dataFolder`: free ports, a short grace, a log that says nothing. */
export async function testAsteriskOptions(
  dataFolder: string,
  changes: Partial<EmbeddedOptions> = {},
): Promise<EmbeddedOptions> {
  const low = 2 * randomInt(16_000, 30_000);
  return {
    root: projectRoot,
    dataFolder,
    sipPort: changes.sipPort ?? (await freeSipPort()),
    rtpPorts: { low, high: low + 199 },
    trunkMatch: ['127.0.0.1'],
    graceMs: 5_000,
    log: silent,
    clock: systemClock,
    ...changes,
  };
}

export type TestAsterisk = EmbeddedAsterisk & { readonly sipPort: number; readonly dataFolder: string };

/** A real Asterisk on free ports with a data folder in the temporary folder; `stop()` ends it and removes the folder. */
export async function startTestAsterisk(changes: Partial<EmbeddedOptions> = {}): Promise<TestAsterisk> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'fd-pbx-'));
  const options = await testAsteriskOptions(dataFolder, changes);
  const started = await startEmbeddedAsterisk(options);
  if (!started.ok) {
    rmSync(dataFolder, { recursive: true, force: true });
    throw new Error(started.error.message);
  }
  const asterisk = started.value;
  const stop = async (): Promise<void> => {
    await asterisk.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  return { ...asterisk, stop, sipPort: options.sipPort, dataFolder };
}
