import type { CDPSession } from '@playwright/test';
import type { ConsolePage } from '../../e2e/pages/console-page.ts';
import type { Line, Row } from '../line.ts';
import { callerName, clear, dialAt } from '../ring.ts';
import { onStage, type Stage } from '../stage.ts';
import { single } from '../statistics.ts';

const fewCalls = 5;
const mostCalls = 200;

/** What a console keeps of the calls it has had: its heap after 5, and after 200. */
export const shift: Row = {
  name: 'shift',
  measure: ({ n }) =>
    onStage({}, async (stage) => {
      const calls = Math.min(mostCalls, Math.max(2 * fewCalls, n * 7));
      const console = await stage.signIn('mira');
      const session = await console.page.context().newCDPSession(console.page);
      for (let at = 1; at <= fewCalls; at += 1) await haveCall(stage, console, callerName(at));
      const few = await heapOf(session);
      for (let at = fewCalls + 1; at <= calls; at += 1) await haveCall(stage, console, callerName(at));
      const many = await heapOf(session);
      const ratio: Line = {
        what: `heap after ${calls} calls, of that after ${fewCalls}`,
        unit: '×',
        ...single(many / few, calls),
        budget: 1.5,
        more: { 'MB after few': few / 1e6, 'MB after many': many / 1e6 },
      };
      return [ratio];
    }),
};

/** Rung, answered by its key and hung up by the caller. */
async function haveCall(stage: Stage, console: ConsolePage, name: string): Promise<void> {
  const caller = await stage.caller(name);
  await dialAt(caller);
  await console.ringing(name).waitFor();
  await console.page.keyboard.press('F2');
  await console.active(name).waitFor();
  await caller.answered();
  await caller.hangUp();
  await clear([console], name);
  await caller.close();
}

/** Bytes of JavaScript that are still held on to. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
