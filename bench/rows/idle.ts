import type { Browser, CDPSession } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Line, Row } from '../line.ts';
import { onStage } from '../stage.ts';
import { single } from '../statistics.ts';

const watchedMs = 30_000;
/** What coming up leaves to be done is done. */
const settledMs = 10_000;

/** A signed-in console on which nothing happens, with the microphone open as on every shift. */
export const idle: Row = {
  name: 'idle',
  measure: () =>
    onStage({}, async ({ browser, signIn }) => {
      const { page } = await signIn('mira');
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      await pause(settledMs);
      const before = { tasks: await taskSeconds(session), processes: await processSeconds(browser) };
      const began = performance.now();
      await pause(watchedMs);
      const after = { tasks: await taskSeconds(session), processes: await processSeconds(browser) };
      const share = (seconds: number): number => (100 * seconds) / ((performance.now() - began) / 1000);
      const ofProcess = (type: string): number =>
        share((after.processes.get(type) ?? 0) - (before.processes.get(type) ?? 0));
      const page30: Line = {
        what: 'idle console: its page',
        unit: '% of a core',
        ...single(share(after.tasks - before.tasks), 1),
        budget: 1,
        note: 'The tasks of its main thread in 30 s. The renderer also works on the open microphone, which only echo and noise cancelling in the browser need.',
      };
      const types = [...after.processes.keys()].toSorted();
      return [page30, ...types.map((type): Line => processLine(type, ofProcess(type)))];
    }),
};

const processLine = (type: string, share: number): Line => ({
  what: `idle console: ${type} process`,
  unit: '% of a core',
  ...single(share, 1),
  budget: null,
});

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

/** CPU seconds so far, by the kind of process. */
async function processSeconds(browser: Browser): Promise<ReadonlyMap<string, number>> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sums = new Map<string, number>();
  for (const { type, cpuTime } of processInfo) sums.set(type, (sums.get(type) ?? 0) + cpuTime);
  return sums;
}
