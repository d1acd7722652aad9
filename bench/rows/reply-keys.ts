import { setTimeout as pause } from 'node:timers/promises';
import { ReplyDesk } from '../../e2e/pages/reply-desk.ts';
import { keyMs, pressAt } from '../key-press.ts';
import { latency, type Row } from '../line.ts';
import { callerName, dialAt, soundAfter, watchText } from '../ring.ts';
import { onStage, type Stage } from '../stage.ts';
import { rightNow } from '../clock.ts';

/** A number has at most twenty digits. */
const number = '650555018465055';
const restMs = 300;

type Sample = { readonly fromPress: number; readonly fromRelease: number };

/** From a key of the caller until the receptionist sees it, digit by digit of the number to call back. */
export const replyKeys: Row = {
  name: 'reply-keys',
  measure: ({ n }) =>
    onStage({}, async (stage) => {
      const desk = new ReplyDesk(await stage.signIn('mira'));
      const samples: Sample[] = [];
      for (let call = 1; samples.length < n; call += 1) {
        const most = Math.min(number.length, n - samples.length);
        samples.push(...(await keyNumber(stage, desk, callerName(call), number.slice(0, most))));
      }
      const pressed = samples.map(({ fromPress }) => fromPress);
      const released = samples.map(({ fromRelease }) => fromRelease);
      return [
        latency(`key pressed for ${keyMs} ms → progress painted`, pressed, 250),
        latency('key released → progress painted', released, null),
      ];
    }),
};

async function keyNumber(stage: Stage, desk: ReplyDesk, name: string, digits: string): Promise<readonly Sample[]> {
  const caller = await stage.caller(name);
  await dialAt(caller);
  await desk.reply(name, 'May I call you back?');
  await soundAfter(caller, rightNow());
  await caller.press('5');
  await desk.playing(name).getByText('Entering a number').waitFor();
  const samples: Sample[] = [];
  for (let keyed = 1; keyed <= digits.length; keyed += 1) {
    const shown = await watchText(desk.console, `Entering a number: ${digits.slice(0, keyed)}…`);
    const { pressed, released } = await pressAt(caller, digits.charAt(keyed - 1));
    const painted = await shown.at();
    samples.push({ fromPress: painted - pressed, fromRelease: painted - released });
    await pause(restMs);
  }
  await caller.hangUp();
  await desk.playing(name).waitFor({ state: 'detached' });
  await caller.close();
  return samples;
}
