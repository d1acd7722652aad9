import type { BrowserContext } from '@playwright/test';
import { latency, type Row } from '../line.ts';
import { onStage, type Stage } from '../stage.ts';

/** From the navigation of a signed-in browser to a telephone that is registered and may ring. */
export const ready: Row = {
  name: 'ready',
  measure: ({ n }) =>
    onStage({}, async (stage) => {
      const { page } = await stage.signIn('mira');
      const context = page.context();
      await page.close();
      const warm = await times(n, () => toReady(stage, context));
      const cold = await times(n, async () => {
        const empty = await stage.openContext(context);
        const took = await toReady(stage, empty);
        await empty.close();
        return took;
      });
      return [
        latency('navigation → registered and ready, cached', warm, 500),
        latency('navigation → registered and ready, empty cache', cold, null),
      ];
    }),
};

async function toReady({ instance }: Stage, context: BrowserContext): Promise<number> {
  const page = await context.newPage();
  await page.goto(instance.url, { waitUntil: 'commit' });
  const took = await page.evaluate(async () => (await window.benchSee.connected()) - performance.timeOrigin);
  await page.close();
  return took;
}

async function times(count: number, sample: () => Promise<number>): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let taken = 0; taken < count; taken += 1) samples.push(await sample());
  return samples;
}
