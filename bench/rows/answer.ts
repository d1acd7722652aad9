import { setTimeout as pause } from 'node:timers/promises';
import type { ConsolePage } from '../../e2e/pages/console-page.ts';
import { clockAhead } from '../clock.ts';
import { latency, type Row } from '../line.ts';
import { answeredAt, callerName, clear, dialAt, soundAfter } from '../ring.ts';
import { onStage, type Stage } from '../stage.ts';

/** How soon after the first ring a quick receptionist presses. */
const reactionMs = 400;

type Sample = { readonly answered: number; readonly atCaller: number; readonly atConsole: number };

/** From the click to the 200 OK at the caller, and until each side hears the other. */
export const answer: Row = {
  name: 'answer',
  measure: ({ n }) =>
    onStage({}, async (stage) => {
      const console = await stage.signIn('mira');
      const samples: Sample[] = [];
      for (let taken = 1; taken <= n; taken += 1) samples.push(await sample(stage, console, callerName(taken)));
      const both = samples.map(({ atCaller, atConsole }) => Math.max(atCaller, atConsole));
      return [
        latency(
          'Answer click → 200 OK at the caller',
          samples.map(({ answered }) => answered),
          120,
        ),
        latency(
          'Answer click → first audio at the caller',
          samples.map(({ atCaller }) => atCaller),
          null,
        ),
        latency(
          'Answer click → first audio at the console',
          samples.map(({ atConsole }) => atConsole),
          null,
        ),
        latency('Answer click → first audio both ways', both, 300),
      ];
    }),
};

async function sample(stage: Stage, console: ConsolePage, name: string): Promise<Sample> {
  const { page } = console;
  const caller = await stage.caller(name);
  await dialAt(caller);
  await console.ringing(name).waitFor();
  const ahead = await clockAhead(page);
  const watch = await page.evaluateHandle(async () => ({
    clicked: window.benchPress.clicked(),
    sound: await window.benchHear.firstSound(),
  }));
  await pause(reactionMs);
  await console.button('Answer', name).click();
  const seen = await watch.evaluate(async ({ clicked, sound }) => ({ clicked: await clicked, heard: await sound.at }));
  await watch.dispose();
  const clicked = seen.clicked - ahead;
  const atCaller = await soundAfter(caller, clicked);
  const answered = answeredAt(caller);
  await caller.hangUp();
  await clear([console], name);
  await caller.close();
  return { answered: answered - clicked, atCaller: atCaller - clicked, atConsole: seen.heard - seen.clicked };
}
