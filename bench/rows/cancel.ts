import { ConsolePage } from '../../e2e/pages/console-page.ts';
import { clockAhead, rightNow } from '../clock.ts';
import { latency, type Row } from '../line.ts';
import { callerName, clear, dialAt, watchCard } from '../ring.ts';
import { onStage, type Stage } from '../stage.ts';

/** `phones`: the windows that ring; `tabs`: those with the card, the first of which lies behind the second. */
type Desks = { readonly phones: readonly ConsolePage[]; readonly tabs: readonly ConsolePage[] };
const note =
  'Two windows of one person, of which the one with the telephone lies behind the other, and one of a colleague. The card is gone when the frame without it is painted; behind, when the page has taken it out.';

type Sample = { readonly gone: number; readonly silent: number };

/** From the caller's CANCEL until no window shows the call as ringing, and none rings: three windows of two people. */
export const cancel: Row = {
  name: 'cancel',
  measure: ({ n }) =>
    onStage({}, async (stage) => {
      const [mira, ana] = [await stage.signIn('mira'), await stage.signIn('ana')];
      const second = await secondWindow(stage, mira);
      const desks = { phones: [mira, ana], tabs: [mira, second, ana] };
      const samples: Sample[] = [];
      for (let taken = 1; taken <= n; taken += 1) samples.push(await sample(stage, desks, callerName(taken)));
      const [gone, silent] = [samples.map((one) => one.gone), samples.map((one) => one.silent)];
      return [
        { ...latency('CANCEL → card gone in 3 windows', gone, 200), note },
        latency('CANCEL → ringer silent at 2 desks', silent, 200),
      ];
    }),
};

async function secondWindow({ instance }: Stage, first: ConsolePage): Promise<ConsolePage> {
  const second = new ConsolePage(await first.page.context().newPage());
  await second.page.goto(instance.url);
  await second.expectReady();
  return second;
}

async function sample(stage: Stage, { phones, tabs }: Desks, name: string): Promise<Sample> {
  const caller = await stage.caller(name);
  await dialAt(caller);
  for (const tab of tabs) await tab.ringing(name).waitFor();
  const rings = await Promise.all(phones.map((phone) => watchRinger(phone)));
  const cards = await Promise.all(
    tabs.map((tab, index) => watchCard(tab, { label: 'Ringing', name, shown: false, painted: index > 0 })),
  );
  const cancelled = rightNow();
  await caller.cancel();
  const gone = Math.max(...(await Promise.all(cards.map(({ at }) => at()))));
  const silent = Math.max(...(await Promise.all(rings.map(({ at }) => at()))));
  await clear(tabs, name);
  await caller.close();
  return { gone: gone - cancelled, silent: silent - cancelled };
}

async function watchRinger({ page }: ConsolePage): Promise<{ readonly at: () => Promise<number> }> {
  const ahead = await clockAhead(page);
  const watch = await page.evaluateHandle(() => ({ at: window.benchRinger.cut() }));
  return { at: async () => (await watch.evaluate(({ at }) => at)) - ahead };
}
