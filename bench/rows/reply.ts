import { setTimeout as pause } from 'node:timers/promises';
import { ReplyDesk } from '../../e2e/pages/reply-desk.ts';
import { clockAhead } from '../clock.ts';
import { pressAt } from '../key-press.ts';
import { latency, type Row } from '../line.ts';
import { callerName, dialAt, soundAfter, watchText } from '../ring.ts';
import { onStage, type Stage } from '../stage.ts';

/** How soon after it was written a quick receptionist sends it. */
const reactionMs = 400;

type Sample = { readonly spoken: number; readonly painted: number };

/** As long as what people write; another one each time, or one that was spoken before. */
const newWords = (taken: number): string => `I am on call number ${taken} of today. May I call you back in 10 minutes?`;
const knownWords = newWords(0);

/** From the click on Send until the caller hears it, and from the caller's key until the answer stands on the screen. */
export const reply: Row = {
  name: 'reply',
  measure: ({ n }) =>
    onStage({}, async (stage) => {
      const desk = new ReplyDesk(await stage.signIn('mira'));
      await sample(stage, desk, callerName(0), knownWords);
      const [cold, cached]: readonly [Sample[], Sample[]] = [[], []];
      for (let taken = 1; taken <= n; taken += 1) {
        cold.push(await sample(stage, desk, callerName(taken), newWords(taken)));
        cached.push(await sample(stage, desk, callerName(n + taken), knownWords));
      }
      const spoken = (samples: readonly Sample[]): readonly number[] => samples.map((one) => one.spoken);
      const painted = [...cold, ...cached].map((one) => one.painted);
      return [
        latency('Reply click → first spoken sample at the caller, cold', spoken(cold), 400),
        latency('Reply click → first spoken sample at the caller, cached', spoken(cached), 150),
        latency('key 3 released → answer painted', painted, null),
      ];
    }),
};

async function sample(stage: Stage, desk: ReplyDesk, name: string, words: string): Promise<Sample> {
  const caller = await stage.caller(name);
  await dialAt(caller);
  await desk.write(name, words);
  const ahead = await clockAhead(desk.page);
  const press = await desk.page.evaluateHandle(() => ({ at: window.benchPress.clicked() }));
  await pause(reactionMs);
  await desk.sendButton(name).click();
  const clicked = (await press.evaluate(({ at }) => at)) - ahead;
  await press.dispose();
  const spoken = (await soundAfter(caller, clicked)) - clicked;
  const answer = await watchText(desk.console, `${name} replied: Yes`);
  const { released } = await pressAt(caller, '3');
  const painted = (await answer.at()) - released;
  await caller.hangUp();
  await desk.dismiss(name);
  await desk.playing(name).waitFor({ state: 'detached' });
  await caller.close();
  return { spoken, painted };
}
