import { chromium } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { launchOptions } from '../e2e/support/launch-options.ts';

/** What the figures depend on. */
export async function machineFacts() {
  const browser = await chromium.launch(launchOptions());
  const chromiumVersion = browser.version();
  await browser.close();
  return {
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 1e9),
    kernel: release(),
    node: process.versions.node,
    chromium: chromiumVersion,
    asterisk: asteriskVersion(),
    /** Of the last minute, as the run begins: what else the machine is busy with. */
    loadBefore: loadavg()[0] ?? 0,
  };
}

/** Of the one that the server finds, too. */
function asteriskVersion(): string {
  const stdio = ['ignore', 'pipe', 'ignore'] as const;
  const said = execFileSync(process.execPath, ['scripts/obtain-asterisk.mjs', '--json'], { stdio: [...stdio] });
  return /"version":\s*"([^"]+)"/.exec(said.toString())?.[1] ?? 'unknown';
}
