import type { ConsolePage } from '../../e2e/pages/console-page.ts';
import type { SipCaller } from '../../caller/sip-caller.ts';
import { latency, type Line, type Row } from '../line.ts';
import { callerName, dialAt } from '../ring.ts';
import { onStage, type Stage } from '../stage.ts';
import { single } from '../statistics.ts';

const others = 20;
const idleMs = 10_000;

/** A screen with 20 ringing calls: how soon one more is on it, and how often its cards are drawn when nothing happens. */
export const busy: Row = {
  name: 'busy',
  measure: ({ n }) =>
    onStage({}, async (stage) => {
      const samples: number[] = [];
      let redraws: Line | undefined;
      // Callers do not wait for ever, so each screenful is measured a few times and then rung anew.
      for (let round = 0; samples.length < n; round += 1) {
        const console = await stage.signIn('mira');
        const callers = await fill(stage, console, round);
        redraws ??= await countRedraws(console);
        const most = Math.min(10, n - samples.length);
        for (let taken = 0; taken < most; taken += 1) samples.push(await sample(stage, console, round * 100 + taken));
        await Promise.all(callers.map((caller) => caller.cancel()));
        await console.page.context().close();
        await Promise.all(callers.map((caller) => caller.close()));
      }
      const painted = latency(`event → painted with ${others} calls on the screen`, samples, 50);
      return redraws === undefined ? [painted] : [painted, redraws];
    }),
};

async function fill(stage: Stage, console: ConsolePage, round: number): Promise<readonly SipCaller[]> {
  const callers: SipCaller[] = [];
  for (let at = 0; at < others; at += 1) {
    const name = callerName(1000 + round * 100 + at);
    const caller = await stage.caller(name);
    await dialAt(caller);
    await console.ringing(name).waitFor();
    callers.push(caller);
  }
  return callers;
}

/** From the message of the stream that brings one more caller until the frame with the card is drawn. */
async function sample(stage: Stage, console: ConsolePage, at: number): Promise<number> {
  const name = callerName(at);
  const caller = await stage.caller(name);
  const watch = await console.page.evaluateHandle((who) => {
    const card = window.benchSee.card('Ringing', who, true);
    return { told: window.benchSockets.received('"offered"'), painted: card.then(window.benchSee.painted) };
  }, name);
  await dialAt(caller);
  const took = await watch.evaluate(async ({ told, painted }) => (await painted) - (await told));
  await watch.dispose();
  await caller.cancel();
  await console.ringing(name).waitFor({ state: 'detached' });
  await caller.close();
  return took;
}

async function countRedraws({ page }: ConsolePage): Promise<Line> {
  const { draws, commits } = await page.evaluate(async (ms) => {
    const before = window.benchRedraws();
    await new Promise((resolve) => setTimeout(resolve, ms));
    const after = window.benchRedraws();
    return { draws: after.draws - before.draws, commits: after.commits - before.commits };
  }, idleMs);
  const seconds = idleMs / 1000;
  return {
    what: `a ringing card drawn anew, ${others} on the screen and nothing happens`,
    unit: 'a second',
    ...single(draws / seconds, 1),
    // Its timer turns each second; a boundary more in the time that is counted is none more.
    budget: 1 + 1 / seconds,
    note: 'Counted by React’s own word of each commit: the props of the card’s element are new.',
    more: { 'commits of the page a second': commits / seconds },
  };
}
