import { silence } from '../../caller/media/audio-source.ts';
import { writeWav } from '../../caller/media/wav.ts';
import type { SipCaller } from '../../caller/sip-caller.ts';
import { AdminPage } from '../pages/admin-page.ts';
import { CallBackPage } from '../pages/call-back-page.ts';
import type { ConsolePage } from '../pages/console-page.ts';
import { dial } from '../support/call.ts';
import { answering, expect, farEndHz, test } from '../support/far-end.ts';
import { callerHz } from '../support/fixtures.ts';
import { expectSpokenTo, speak, waitForTone } from '../support/hearing.ts';
import { openLine, toneOf } from '../support/messages.ts';

/** Rings, and gives up before anybody has answered. */
async function giveUp(caller: SipCaller): Promise<void> {
  await dial(caller);
  await caller.cancel();
}

test('a caller who gives up is on everybody’s list at once; one says that they call back, and a colleague is told', async ({
  signIn,
  caller,
}) => {
  const mira = new CallBackPage((await signIn('mira')).page);
  const ana = new CallBackPage((await signIn('ana')).page);
  await mira.open();
  await ana.open();
  await giveUp(await caller('Gustav Givesup'));
  await expect(mira.row('Gustav Givesup')).toContainText('Hung up while waiting');
  await expect(ana.row('Gustav Givesup')).toBeVisible();
  await expect(mira.link).toHaveAccessibleName(/^Call back [1-9]\d* to do$/);
  await expect(ana.link).toHaveAccessibleName(/^Call back [1-9]\d* to do$/);

  await mira.take('Gustav Givesup').click();
  await expect(mira.row('Gustav Givesup')).toContainText('You');
  await expect(ana.row('Gustav Givesup')).toContainText('Mira');
  await expect(ana.take('Gustav Givesup')).toBeHidden();
  await ana.callBack('Gustav Givesup');
  await expect(ana.row('Gustav Givesup').getByRole('alert')).toContainText('Mira Petrović was first and calls back.');
  await expect(ana.page.getByRole('button', { name: 'Take over and call' })).toBeVisible();
});

test('who is called back and spoken to leaves the list; the call has its story, and is in the file', async ({
  signIn,
  caller,
  farEnd,
}) => {
  test.setTimeout(120_000);
  const desk = await signIn('mira');
  const mira = new CallBackPage(desk.page);
  const { page } = mira;
  const number = '+16505553901';
  await mira.open();
  await giveUp(await caller('Berta Backcalled', { number }));
  await expect(mira.row('Berta Backcalled')).toBeVisible();

  farEnd.add(number, answering(500));
  await mira.callBack('Berta Backcalled');
  const talk = page.getByRole('region', { name: /^On call with Berta Backcalled/ });
  await expect(talk).toBeVisible();
  await desk.expectHears(farEndHz);
  await expect(mira.row('Berta Backcalled')).toContainText('You are calling');
  // A line that drops at once is no conversation: only after five seconds it is one.
  await expect(talk.getByRole('timer')).toHaveText(/0:(0[7-9]|[1-5]\d)/, { timeout: 20_000 });
  await (await farEnd.called(number)).hangUp();
  await expect(mira.row('Berta Backcalled')).toBeHidden();
  await mira.open('Done today');
  await expect(mira.row('Berta Backcalled')).toContainText('Spoken to by you');

  await mira.open('All calls');
  await page.getByRole('searchbox', { name: 'Search' }).fill('berta');
  await expect(mira.row('Berta Backcalled')).toHaveCount(2);
  const out = await mira.openStory('Berta Backcalled');
  await expect(out).toContainText(/Mira Petrović called .*It rang there.*They answered after.*Ended: they hung up/s);
  await out.getByRole('button', { name: 'Close the story' }).click();
  await mira.row('Berta Backcalled').nth(1).press('Enter');
  await expect(out).toContainText(/Came in on .*Rang at .*Mira Petrović.*Ended: the caller gave up waiting/s);
  const [header, ...rows] = await mira.export();
  expect(header).toContain('Number,Name');
  expect(rows.filter((row) => row.includes('Berta Backcalled'))).toHaveLength(2);
  expect(rows).toHaveLength(2);
});

test('of two who have the same new message one calls back; the other is told who at the message itself', async ({
  signIn,
  caller,
  farEnd,
  frontdesk,
}) => {
  test.setTimeout(120_000);
  const [tomas, mira, ana] = [await signIn('tomas'), await signIn('mira'), await signIn('ana')];
  await openLine(tomas.page, frontdesk, { id: 'shared', number: '5550176', closed: true });
  const number = '+16505553902';
  const vera = await caller('Vera Voicemail', { plays: silence(), number });
  await vera.dial('5550176');
  await expectSpokenTo(vera);
  await waitForTone(vera);
  await speak(vera, callerHz, 2500);
  await vera.hangUp();

  farEnd.add(number, answering(500));
  const callBack = async ({ page }: ConsolePage): Promise<void> => {
    await page.getByRole('link', { name: /^Recordings/ }).click();
    await page.getByRole('link', { name: /Vera Voicemail/ }).click();
    await page.getByRole('button', { name: 'Call Vera Voicemail back' }).click();
  };
  await callBack(mira);
  await mira.expectHears(farEndHz);
  await callBack(ana);
  const message = ana.page.getByRole('region', { name: 'Recording of Vera Voicemail' });
  await expect(message.getByRole('alert')).toContainText('Mira Petrović was first and calls back.');
  await expect(message.getByRole('button', { name: 'Take over and call' })).toBeVisible();
  await expect(ana.calling('Vera Voicemail')).toHaveCount(0);
  await (await farEnd.called(number)).hangUp();
});

test('a yes to a call back in so many minutes is on the list, for whoever asked and for when they said', async ({
  signIn,
  caller,
}) => {
  const desk = await signIn('mira');
  const mira = new CallBackPage(desk.page);
  const yves = await caller('Yves Yes');
  await dial(yves);
  await desk.ringing('Yves Yes').getByRole('button', { name: 'Reply busy to Yves Yes' }).press('Enter');
  const window = desk.page.getByRole('dialog', { name: 'Reply to Yves Yes' });
  await window.getByRole('radio', { name: /Call back soon/ }).check({ force: true });
  await window.getByRole('spinbutton', { name: 'How many' }).fill('25');
  await expect(window.getByRole('textbox')).toHaveValue(/May I call you back in 25 minutes\?$/);
  await desk.page.keyboard.press('Control+Enter');
  await expectSpokenTo(yves);
  await yves.press('3');
  await mira.open();
  await expect(mira.row('Yves Yes')).toContainText('Replied: yes');
  await expect(mira.row('Yves Yes')).toContainText(/You, asked for/);
});

test('who is marked as done is gone, and is back when that is undone', async ({ signIn, caller }) => {
  const mira = new CallBackPage((await signIn('mira')).page);
  const { page } = mira;
  await mira.open();
  await giveUp(await caller('Doris Done'));
  const markDone = page.getByRole('button', { name: 'Mark Doris Done as done' });
  await markDone.click();
  await expect(mira.row('Doris Done')).toBeHidden();
  const said = page.getByRole('status').filter({ hasText: 'Doris Done is done.' });
  await said.getByRole('button', { name: 'Undo' }).click();
  await expect(mira.row('Doris Done')).toBeVisible();
  await mira.row('Doris Done').press('d');
  await expect(said).toBeVisible();
  await mira.open('Done today');
  await expect(mira.row('Doris Done')).toContainText('Marked by you');
});

test('an administrator sets what is recorded and said on a line; what was changed and taken out is written down', async ({
  signIn,
  frontdesk,
}) => {
  test.setTimeout(120_000);
  const { page } = await signIn('tomas');
  const tomas = new AdminPage(page);
  await openLine(page, frontdesk, { id: 'ruled', number: '5550175', closed: false });
  const openRules = async (): Promise<void> => {
    await tomas.open('Recording and voicemail');
    await page.getByRole('combobox', { name: 'Line' }).selectOption('Line ruled');
  };
  const always = page.getByRole('radio', { name: 'Always' });
  const beep = page.getByRole('radio', { name: 'By a beep' });
  const days = page.getByLabel('Days a recording is kept');
  const closed = page.getByRole('switch', { name: 'Outside opening hours' });

  await test.step('the rules are kept', async () => {
    await openRules();
    const wasOn = await closed.isChecked();
    await always.check({ force: true });
    await beep.check({ force: true });
    await days.fill('45');
    await closed.setChecked(!wasOn, { force: true });
    await page.getByRole('button', { name: 'Save' }).click();
    await tomas.expectSaid('The rules of Line ruled are saved.');
    await page.reload();
    await openRules();
    await expect(always).toBeChecked();
    await expect(beep).toBeChecked();
    await expect(days).toHaveValue('45');
    await expect(closed).toBeChecked({ checked: !wasOn });
  });

  await test.step('a greeting is put in; what is no sound is not', async () => {
    const picker = page.locator('input[data-greeting="closed"]');
    await picker.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await expect(page.getByText('This is neither a WAV nor an MP3 file that can be played.')).toBeVisible();
    const buffer = writeWav(toneOf(1000, 3));
    await picker.setInputFiles({ name: 'closed.wav', mimeType: 'audio/wav', buffer });
    await tomas.expectSaid('Callers hear the new sound from now on.');
    await expect(page.getByText(/^Own sound, 0:03/)).toBeVisible();
    await expect(page.getByText('This is neither a WAV')).toBeHidden();
  });

  const calls = new CallBackPage(page);
  await calls.open('All calls');
  expect(await calls.export()).not.toHaveLength(0);
  await tomas.open('Audit log');
  const entry = (text: RegExp) => page.getByRole('row', { name: text }).first();
  await expect(entry(/^Exported calls .*calls: \d+/)).toBeVisible();
  await expect(entry(/^Put in a greeting Tomás.* Line ruled, closed/)).toBeVisible();
  await expect(entry(/^Saved a line Tomás.* Line ruled/)).toBeVisible();
});
