import type { BrowserContext, Page } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';
import { latency, type Row } from '../line.ts';
import { inProfile } from '../profile.ts';
import { onStage, signInAt, type Stage } from '../stage.ts';

/** A browser keeps compiled code from the second or third visit on. */
const visitsBefore = 5;
/** What the page before left is over. */
const restMs = 400;

/** From the navigation of a signed-in browser to a telephone that is registered and may ring. */
export const ready: Row = {
  name: 'ready',
  measure: ({ n }) =>
    onStage({}, async (stage) => {
      const { url } = stage.instance;
      const { newTab, sameTab } = await inProfile(async (context) => {
        // And closed: a window that stays has the telephone, and none opened beside it registers one.
        await inTab(context, (page) => signInAt(page, 'mira', url));
        const inNewTab = (): Promise<number> => inTab(context, (page) => toReady(page, url));
        await times(visitsBefore, inNewTab);
        const opened = await times(n, inNewTab);
        const reloaded = await inTab(context, (page) => times(n + 1, () => toReady(page, url)));
        // The first of these is in a new tab once more.
        return { newTab: opened, sameTab: reloaded.slice(1) };
      });
      return [
        latency('navigation → registered and ready, same tab', sameTab, 500),
        latency('navigation → registered and ready, new tab', newTab, 500),
        latency('navigation → registered and ready, new browser profile', await emptyCache(stage, n), null),
      ];
    }),
};

async function emptyCache(stage: Stage, n: number): Promise<readonly number[]> {
  const { page } = await stage.signIn('ana');
  const signedIn = page.context();
  await page.close();
  return times(n, async () => {
    const context = await stage.openContext(signedIn);
    const took = await inTab(context, (tab) => toReady(tab, stage.instance.url));
    await context.close();
    return took;
  });
}

async function inTab<Value>(context: BrowserContext, work: (page: Page) => Promise<Value>): Promise<Value> {
  const page = await context.newPage();
  const value = await work(page);
  await page.close();
  return value;
}

async function toReady(page: Page, url: string): Promise<number> {
  await pause(restMs);
  await page.goto(url, { waitUntil: 'commit' });
  return page.evaluate(async () => (await window.benchSee.connected()) - performance.timeOrigin);
}

async function times(count: number, sample: () => Promise<number>): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let taken = 0; taken < count; taken += 1) samples.push(await sample());
  return samples;
}
