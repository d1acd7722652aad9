import { ConsolePage } from '../../e2e/pages/console-page.ts';
import { latency, type Row } from '../line.ts';
import { callerName, clear, dialAt, watchCard } from '../ring.ts';
import { onStage, type Stage } from '../stage.ts';

const note =
  'When each page has put the card in or taken it out; a browser paints a window that lies behind when it likes.';

/** Three windows of one person: how far apart they show that a call rings, and that it does not. */
export const windows: Row = {
  name: 'windows',
  measure: ({ n }) =>
    onStage({}, async (stage) => {
      const first = await stage.signIn('mira');
      const all = [first, await another(stage, first), await another(stage, first)];
      const shown: number[] = [];
      const gone: number[] = [];
      for (let taken = 1; taken <= n; taken += 1) {
        const caller = await stage.caller(callerName(taken));
        shown.push(await apart(all, callerName(taken), true, () => dialAt(caller)));
        gone.push(await apart(all, callerName(taken), false, () => caller.cancel()));
        await clear(all, callerName(taken));
        await caller.close();
      }
      return [
        { ...latency('3 windows show a card, first to last', shown, 100), note },
        { ...latency('3 windows lose a card, first to last', gone, 100), note },
      ];
    }),
};

async function another({ instance }: Stage, { page }: ConsolePage): Promise<ConsolePage> {
  const console = new ConsolePage(await page.context().newPage());
  await console.page.goto(instance.url);
  await console.expectReady();
  return console;
}

async function apart(
  all: readonly ConsolePage[],
  name: string,
  shown: boolean,
  act: () => Promise<unknown>,
): Promise<number> {
  const watches = await Promise.all(
    all.map((console) => watchCard(console, { label: 'Ringing', name, shown, painted: false })),
  );
  await act();
  const times = await Promise.all(watches.map(({ at }) => at()));
  return Math.max(...times) - Math.min(...times);
}
