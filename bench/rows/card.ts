import type { ConsolePage } from '../../e2e/pages/console-page.ts';
import { latency, type Row } from '../line.ts';
import { callerName, clear, dialAt, watchCard } from '../ring.ts';
import { onStage, type Stage } from '../stage.ts';

/** From the INVITE that leaves the caller to the paint of the frame that has the caller's name in it. */
export const card: Row = {
  name: 'card',
  measure: ({ n }) =>
    onStage({}, async (stage) => {
      const console = await stage.signIn('mira');
      const samples: number[] = [];
      for (let taken = 1; taken <= n; taken += 1) samples.push(await sample(stage, console, callerName(taken)));
      return [latency('trunk INVITE → card painted', samples, 60)];
    }),
};

async function sample(stage: Stage, console: ConsolePage, name: string): Promise<number> {
  const caller = await stage.caller(name);
  const card = await watchCard(console, { label: 'Ringing', name, shown: true, painted: true });
  const sent = await dialAt(caller);
  const painted = await card.at();
  await caller.cancel();
  await clear([console], name);
  await caller.close();
  return painted - sent;
}
