import { rejectsWith, ringsForEver } from '../../caller/answer-policy.ts';
import type { SipCall } from '../../caller/call/sip-call.ts';
import type { SipCaller } from '../../caller/sip-caller.ts';
import type { ConsolePage } from '../pages/console-page.ts';
import { dial, expectCallerHears } from '../support/call.ts';
import { answering, expect, farEndHz, test } from '../support/far-end.ts';
import { microphoneHz } from '../support/fixtures.ts';

let last = 2000;

/** A number that no other test calls, as it is written, keyed and shown. */
function freshNumber() {
  last += 1;
  return { e164: `+1650555${last}`, keyed: `(650) 555-${last}`, shown: `+1 650 555 ${last}` };
}

const farEndHears = (call: SipCall, hz: number): Promise<void> =>
  expect.poll(() => call.hears(hz), { message: `a tone of ${hz} Hz at the far end` }).toBe(true);

/** By the keyboard alone, from wherever the focus is. */
async function dialFrom({ page }: ConsolePage, keyed: string): Promise<void> {
  await page.keyboard.press('F9');
  await page.keyboard.type(keyed);
  await page.keyboard.press('Enter');
}

test('a number is dialled by the keyboard, answered, held, resumed and hung up, with sound both ways', async ({
  signIn,
  farEnd,
}) => {
  const { e164, keyed, shown } = freshNumber();
  const [mira, ana] = [await signIn('mira'), await signIn('ana')];
  farEnd.add(e164, answering(1500));
  await dialFrom(mira, keyed);
  await expect(mira.calling(shown).locator('[aria-current="step"]')).toHaveText('Ringing there');
  await expect(mira.calling(shown).getByRole('heading')).toBeFocused();
  const colleague = ana.page.getByRole('region', { name: 'People' }).getByRole('listitem').filter({ hasText: 'Mira' });
  await expect(colleague).toContainText(/On a call/);
  await expect(mira.active(shown)).toBeVisible();
  const theirs = await farEnd.called(e164);
  await farEndHears(theirs, microphoneHz);
  await mira.expectHears(farEndHz);

  await mira.page.keyboard.press('F8');
  await expect(mira.held(shown)).toBeVisible();
  await expect.poll(() => theirs.toneStrength(microphoneHz, { windowMs: 500 })).toBeLessThan(0.2);
  await mira.expectHearsNothing();
  await mira.page.keyboard.press('F8');
  await expect(mira.active(shown)).toBeVisible();
  await farEndHears(theirs, microphoneHz);

  await mira.page.keyboard.press('F4');
  await expect(mira.active(shown)).toBeHidden();
  await expect.poll(() => farEnd.calls(e164).length).toBe(0);
});

test('a number that is busy says so, and is called again from its card', async ({ signIn, farEnd }) => {
  const { e164, keyed, shown } = freshNumber();
  const mira = await signIn('mira');
  farEnd.add(e164, { answers: rejectsWith(486) });
  await dialFrom(mira, keyed);
  const busy = mira.page.getByRole('article', { name: `Busy, ${shown}` });
  await expect(busy).toBeVisible();
  farEnd.add(e164, answering());
  await busy.getByRole('button', { name: `Redial ${shown}` }).press('Enter');
  await expect(mira.active(shown)).toBeVisible();
  await mira.expectHears(farEndHz);
  await (await farEnd.called(e164)).hangUp();
  await expect(mira.page.getByRole('article', { name: `Ended, ${shown}` })).toContainText('They hung up');
});

for (const { status, words } of [
  { status: 603, words: 'They declined the call' },
  { status: 404, words: 'There is no such number' },
  { status: 480, words: String.raw`No answer after \d+ s` },
]) {
  test(`what becomes of a number that does not answer, in words: ${words}`, async ({ signIn, farEnd }) => {
    const { e164, keyed, shown } = freshNumber();
    const mira = await signIn('mira');
    farEnd.add(e164, { answers: rejectsWith(status, status === 480 ? 1500 : 0) });
    await dialFrom(mira, keyed);
    const card = mira.card(shown).filter({ hasText: new RegExp(words) });
    await expect(card).toBeVisible();
    await mira.button('Dismiss', shown).press('Enter');
    await expect(card).toBeHidden();
  });
}

test('who may not be called is said under the field, and nobody is called', async ({ signIn, farEnd }) => {
  const mira = await signIn('mira');
  const { page } = mira;
  await dialFrom(mira, '204 555 0100');
  await expect(page.getByText('Calls to this number are not allowed from here.')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('650 555');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '(650) 555: too short' })).toBeVisible();
  expect(farEnd.calls()).toEqual([]);
});

test('whoever hangs up while it rings there leaves nobody ringing', async ({ signIn, farEnd }) => {
  const { e164, keyed, shown } = freshNumber();
  const mira = await signIn('mira');
  farEnd.add(e164, { answers: ringsForEver });
  await dialFrom(mira, keyed);
  await expect(mira.calling(shown).locator('[aria-current="step"]')).toHaveText('Ringing there');
  await mira.page.keyboard.press('F4');
  await expect(mira.card(shown)).toContainText('You hung up');
  await expect.poll(() => farEnd.calls(e164).length).toBe(0);
});

test('a page that is loaded anew in the middle of the call rejoins it', async ({ signIn, farEnd }) => {
  const { e164, keyed, shown } = freshNumber();
  const mira = await signIn('mira');
  farEnd.add(e164, answering());
  await dialFrom(mira, keyed);
  await expect(mira.active(shown)).toBeVisible();
  const theirs = await farEnd.called(e164);
  await farEndHears(theirs, microphoneHz);
  await mira.page.reload();
  await mira.button('Rejoin', shown).press('Enter');
  await expect(mira.active(shown)).toBeVisible();
  await farEndHears(theirs, microphoneHz);
  await mira.expectHears(farEndHz);
  await mira.button('Hang up', shown).press('Enter');
  await expect(mira.active(shown)).toBeHidden();
});

test('from another page a number is called as well; a call that rings meanwhile can be answered instead', async ({
  signIn,
  farEnd,
  caller,
}) => {
  const { e164, keyed, shown } = freshNumber();
  const mira = await signIn('mira');
  const { page } = mira;
  await page.getByRole('link', { name: /^Replies/ }).click();
  await expect(page.getByRole('heading', { name: 'Replies from callers' })).toBeVisible();
  farEnd.add(e164, { answers: ringsForEver });
  await dialFrom(mira, keyed);
  await expect(page.getByRole('region', { name: `Calling ${shown}` })).toContainText('Ringing there');
  const rita = await caller('Rita Rings');
  await dial(rita);
  await expect(page.getByRole('region', { name: '1 ringing' })).toContainText('Rita Rings');
  await page.keyboard.press('F2');
  await rita.answered();
  await expectCallerHears(rita, microphoneHz);
  await expect.poll(() => farEnd.calls(e164).length).toBe(0);
});

/** A caller rings at Mira’s desk, is answered by a reply, and keys the number to be called at; she has the notice of it. */
async function keysNumber(caller: SipCaller, { name, e164 }: { name: string; e164: string }, mira: ConsolePage) {
  const { page } = mira;
  const notice = page
    .getByRole('region', { name: 'Answers of callers' })
    .getByRole('article')
    .filter({ hasText: name });
  await dial(caller);
  await mira
    .ringing(name)
    .getByRole('button', { name: `Reply busy to ${name}` })
    .press('Enter');
  await page.getByRole('button', { name: 'Send reply' }).press('Enter');
  await caller.answered(15_000);
  await caller.until(() => caller.level({ windowMs: 300 }) > 0.01, 10_000, 'a voice');
  await caller.press('5');
  await expect(mira.card(name)).toContainText('pressed 5 (urgent)');
  await caller.press(`${e164.replace('+1', '')}#`);
  await expect(mira.card(name)).toContainText('Confirming');
  await caller.press('1');
  await expect(notice).toContainText('Urgent: call');
  return notice;
}

test('a caller who keyed a number is called back at it, and the reply is done when they answer', async ({
  signIn,
  farEnd,
  caller,
}) => {
  const name = 'Ulla Urgent';
  const { e164, shown } = freshNumber();
  const mira = await signIn('mira');
  const { page } = mira;
  const notice = await keysNumber(await caller(name), { name, e164 }, mira);
  expect(farEnd.calls()).toEqual([]);

  await page.reload();
  farEnd.add(e164, answering(500));
  await notice.getByRole('button', { name: 'Call Ulla Urgent back' }).click();
  await expect(mira.calling('Ulla Urgent')).toContainText(shown);
  await expect(notice).toContainText('Urgent: call');
  await expect(mira.active('Ulla Urgent')).toBeVisible();
  await mira.expectHears(farEndHz);
  await expect(notice).toContainText('Called back, and marked as done.');
  await page.keyboard.press('Alt+I');
  await page.getByRole('radio', { name: 'Done' }).check({ force: true });
  const row = page.getByRole('list', { name: 'Replies from callers' }).getByRole('listitem').first();
  await expect(row).toContainText('Ulla Urgent');
  await expect(row).toContainText('You, ');
  await (await farEnd.called(e164)).hangUp();
});

for (const { name, status, words } of [
  { name: 'Ena Engaged', status: 486, words: 'Busy' },
  { name: 'Nora Nobody', status: 480, words: String.raw`No answer after \d+ s` },
]) {
  test(`a caller who is called back and not reached stays to do, and can be called again: ${words}`, async ({
    signIn,
    farEnd,
    caller,
  }) => {
    const { e164 } = freshNumber();
    const mira = await signIn('mira');
    const notice = await keysNumber(await caller(name), { name, e164 }, mira);
    const callBack = notice.getByRole('button', { name: `Call ${name} back` });
    farEnd.add(e164, { answers: rejectsWith(status, status === 480 ? 1500 : 0) });
    await callBack.press('Enter');
    await expect(mira.card(name).filter({ hasText: new RegExp(words) })).toBeVisible();
    await expect(notice).toContainText('Urgent: call');

    farEnd.add(e164, answering(500));
    await callBack.press('Enter');
    await expect(mira.active(name)).toBeVisible();
    await mira.expectHears(farEndHz);
    await expect(notice).toContainText('Called back, and marked as done.');
    await (await farEnd.called(e164)).hangUp();
  });
}
