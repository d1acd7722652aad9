import { setTimeout as pause } from 'node:timers/promises';
import type { ConsolePage } from '../../e2e/pages/console-page.ts';
import { latency, type Row } from '../line.ts';
import { callerName, clear, dialAt } from '../ring.ts';
import { onStage, type Stage } from '../stage.ts';

/** How soon after the first ring a quick receptionist presses. */
const reactionMs = 400;

/** From the press of F2 until the telephone hands its 200 OK to the browser's socket: the page's own work. */
export const key: Row = {
  name: 'key',
  measure: ({ n }) =>
    onStage({}, async (stage) => {
      const console = await stage.signIn('mira');
      const samples: number[] = [];
      for (let taken = 1; taken <= n; taken += 1) samples.push(await sample(stage, console, callerName(taken)));
      return [latency('F2 → 200 OK leaves the page', samples, 50)];
    }),
};

async function sample(stage: Stage, console: ConsolePage, name: string): Promise<number> {
  const { page } = console;
  const caller = await stage.caller(name);
  await dialAt(caller);
  await console.ringing(name).waitFor();
  const watch = await page.evaluateHandle(() => ({
    keyed: window.benchPress.keyed(),
    sent: window.benchSockets.sent('SIP/2.0 200'),
  }));
  await pause(reactionMs);
  await page.keyboard.press('F2');
  const took = await watch.evaluate(async ({ keyed, sent }) => (await sent) - (await keyed));
  await watch.dispose();
  await caller.answered();
  await caller.hangUp();
  await clear([console], name);
  await caller.close();
  return took;
}
