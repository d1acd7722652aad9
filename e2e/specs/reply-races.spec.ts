import type { Locator } from '@playwright/test';
import { ReplyDesk } from '../pages/reply-desk.ts';
import { dial, expectCallerHears } from '../support/call.ts';
import { expect, microphoneHz, test } from '../support/fixtures.ts';
import { expectHeard, expectNoMicrophone, expectNotHeard } from '../support/hearing.ts';
import { pressTogether } from '../support/press-together.ts';

test('of three callers at once the one who is replied to hears it, and the others ring on', async ({
  signIn,
  caller,
}) => {
  const mira = await signIn('mira');
  const desk = new ReplyDesk(mira);
  await desk.dealWithAll();
  const names = ['Anton First', 'Berta Second', 'Carl Third'];
  const callers = await Promise.all(names.map((name) => caller(name)));
  await Promise.all(callers.map((one) => dial(one)));
  const [anton, berta, carl] = three(callers);
  const message = await desk.spoken('May I call you back at noon?');
  await desk.reply('Berta Second', 'May I call you back at noon?');
  await expectHeard(berta, message);
  await expect(mira.ringing('Anton First')).toBeVisible();
  await expect(mira.ringing('Carl Third')).toBeVisible();
  expect([anton.statuses, carl.statuses].map((statuses) => statuses.includes(200))).toEqual([false, false]);

  await mira.button('Answer', 'Carl Third').press('Enter');
  await expect(mira.active('Carl Third')).toBeVisible();
  await expectCallerHears(carl, microphoneHz);
  await berta.press('4');
  await expect(desk.notice('Berta Second')).toContainText('Berta Second replied: No');
  expect(await berta.ended(20_000)).toMatchObject({ by: 'them' });
  expectNoMicrophone(berta);
  expectNotHeard(carl, message);
  await carl.hangUp();
  await expect(mira.ringing('Anton First')).toBeVisible();
  await anton.cancel();
});

const words = { mira: 'This is Mira, may I call you back?', ana: 'It is Ana speaking. The harbour office is closed.' };

test('of a reply and an answer in the same instant exactly one happens, and the other is told', async ({
  signIn,
  caller,
}) => {
  test.setTimeout(90_000);
  const [mira, ana] = [await signIn('mira'), await signIn('ana')];
  const [miras, anas] = [new ReplyDesk(mira), new ReplyDesk(ana)];
  await miras.dealWithAll();
  // Each of the two is sent first once.
  for (const name of ['Rita Race', 'Robin Race']) {
    const one = await caller(name);
    await dial(one);
    await miras.write(name, words.mira);
    const [send, answer] = [miras.sendButton(name), ana.button('Answer', name)];
    await expect(answer).toBeVisible();
    await pressTogether(name === 'Rita Race' ? [send, answer] : [answer, send]);
    if ((await outcomeOf(ana.active(name), anas.playing(name))) === 'first') {
      await expect(miras.dialog(name).getByRole('alert')).toContainText('taken by Ana Lindqvist');
      await expectCallerHears(one, microphoneHz);
      expectNotHeard(one, await miras.spoken(words.mira));
      await mira.page.keyboard.press('Escape');
    } else {
      await expect(anas.playing(name)).toContainText('Sent by Mira Petrović');
      await expectHeard(one, await miras.spoken(words.mira));
      expectNoMicrophone(one);
    }
    await expect(miras.dialog(name)).toBeHidden();
    await one.hangUp();
  }
});

test('two receptionists reply at once: the caller hears one of them, and the other is told who', async ({
  signIn,
  caller,
}) => {
  const [miras, anas] = [new ReplyDesk(await signIn('mira')), new ReplyDesk(await signIn('ana'))];
  await miras.dealWithAll();
  const dora = await caller('Dora Double');
  await dial(dora);
  await miras.write('Dora Double', words.mira);
  await anas.write('Dora Double', words.ana);
  await pressTogether([miras, anas].map((desk) => desk.sendButton('Dora Double')));
  const told = (desk: ReplyDesk, who: string): Locator =>
    desk
      .dialog('Dora Double')
      .getByRole('alert')
      .filter({ hasText: `${who} has replied to this caller` });
  const outcome = await outcomeOf(told(anas, 'Mira Petrović'), told(miras, 'Ana Lindqvist'));
  const [winner, said, unsaid] = outcome === 'first' ? [miras, words.mira, words.ana] : [anas, words.ana, words.mira];
  await expect(winner.dialog('Dora Double')).toBeHidden();
  await expectHeard(dora, await miras.spoken(said));
  expectNotHeard(dora, await miras.spoken(unsaid));
  await dora.press('3');
  await expect(winner.notice('Dora Double')).toContainText('Dora Double replied: Yes');
  await expect(winner.notices).toHaveCount(1);
  await expect((winner === miras ? anas : miras).notices).toHaveCount(0);
  await dora.ended(20_000);
});

/** Which of two things is on the screen; there is exactly one of them. */
async function outcomeOf(first: Locator, second: Locator): Promise<'first' | 'second'> {
  const seen = async (): Promise<number> => (await first.count()) + (await second.count());
  await expect.poll(seen, { message: 'one of the two' }).toBe(1);
  return (await first.count()) === 1 ? 'first' : 'second';
}

function three<Value>(values: readonly Value[]): readonly [Value, Value, Value] {
  const [first, second, third] = values;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three are wanted');
  return [first, second, third];
}
