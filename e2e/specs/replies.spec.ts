import type { Page } from '@playwright/test';
import { ReplyDesk } from '../pages/reply-desk.ts';
import { expectAccessible } from '../support/accessible.ts';
import { dial } from '../support/call.ts';
import { expect, test } from '../support/fixtures.ts';
import { expectHeard, expectNoMicrophone, expectSpokenTo } from '../support/hearing.ts';

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name: `Reply to ${name}` });
const notice = (page: Page) => page.getByRole('region', { name: 'Answers of callers' }).getByRole('article');

test('a caller who cannot be taken hears the receptionist’s own words, and their yes stays until it is dealt with, which can be undone', async ({
  signIn,
  caller,
}) => {
  const mira = await signIn('mira');
  const { page } = mira;
  const olga = await caller('Olga Own');
  await dial(olga);
  await mira.ringing('Olga Own').getByRole('button', { name: 'Reply busy to Olga Own' }).click();
  const window = dialog(page, 'Olga Own');
  await expect(window.getByRole('radio', { name: /Call back soon/ })).toBeChecked();
  await window.getByRole('textbox', { name: 'Message, read aloud to the caller' }).fill('May I call you at noon?');
  await expect(window.getByRole('region', { name: 'What Olga Own will hear' })).toContainText(
    'May I call you at noon?',
  );
  await page.keyboard.press('Control+Enter');
  await expect(window).toBeHidden();
  await expect(mira.ringing('Olga Own')).toBeHidden();
  await expect(mira.card('Olga Own')).toContainText('Listening to your message');
  await expectHeard(olga, await new ReplyDesk(mira).spoken('May I call you at noon?'));
  expectNoMicrophone(olga);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await expect(second.getByRole('heading', { name: 'Coming in' })).toBeVisible();
  await olga.press('3');
  for (const window of [page, second]) {
    await expect(notice(window)).toContainText('Olga Own replied: Yes');
    await expect(notice(window)).toContainText('May I call you at noon?');
    await expect(notice(window)).toHaveCount(1);
  }
  await page.reload();
  await expect(notice(page)).toContainText('Olga Own replied: Yes');
  await expect(notice(page)).toHaveCount(1);
  const dismiss = notice(page).getByRole('button', { name: 'Dismiss the answer of Olga Own' });
  await dismiss.press('Enter');
  await expect(notice(page)).toBeHidden();
  await expect(notice(second)).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(notice(second)).toContainText('Olga Own replied: Yes');
  await expect(notice(page)).toBeFocused();
  await dismiss.press('Enter');
  await expect(notice(page)).toBeHidden();
  await expect(notice(second)).toBeHidden();
  await second.close();
});

test('an urgent number is shown as it is keyed, is read back and confirmed, and stands in Replies', async ({
  signIn,
  caller,
}) => {
  const mira = await signIn('mira');
  const { page } = mira;
  const ulla = await caller('Ulla Urgent');
  await dial(ulla);
  await expect(mira.ringing('Ulla Urgent')).toBeVisible();
  await page.keyboard.press('Shift+F2');
  await expect(dialog(page, 'Ulla Urgent').getByRole('button', { name: 'Send reply' })).toBeEnabled();
  await dialog(page, 'Ulla Urgent').getByRole('button', { name: 'Send reply' }).click();
  await expectSpokenTo(ulla);
  await ulla.press('5');
  await expect(mira.card('Ulla Urgent')).toContainText('pressed 5 (urgent)');
  await ulla.press('6505550184');
  await expect(mira.card('Ulla Urgent')).toContainText('6505550184');
  await ulla.press('#');
  await expect(mira.card('Ulla Urgent')).toContainText('Confirming 6505550184');
  await ulla.press('1');
  await expect(notice(page)).toContainText('Urgent: call 6505550184 back');
  await page.keyboard.press('Alt+i');
  const row = page.getByRole('list', { name: 'Replies from callers' }).getByRole('listitem').first();
  await expect(row).toContainText('Call back on 6505550184');
  await row.getByRole('button', { name: 'Mark the reply of Ulla Urgent as done' }).click();
  await expect(page.getByText('Nothing to do.')).toBeVisible();
  await page.getByRole('radio', { name: 'Done' }).check({ force: true });
  await expect(page.getByRole('list', { name: 'Replies from callers' })).toContainText('Ulla Urgent');
});

test('while somebody writes the caller may be answered, or go: the window says so and keeps the text', async ({
  signIn,
  caller,
}) => {
  const mira = await signIn('mira');
  const { page } = mira;
  const gus = await caller('Gus Gone');
  await dial(gus);
  await mira.ringing('Gus Gone').getByRole('button', { name: 'Reply busy to Gus Gone' }).click();
  const window = dialog(page, 'Gus Gone');
  await window.getByRole('textbox').fill('Is it about the fair?');
  await gus.cancel();
  await expect(window.getByRole('alert')).toContainText('The caller hung up. Your text is kept');
  await page.keyboard.press('Escape');
  await expect(window).toBeHidden();
  const ines = await caller('Ines Instead');
  await dial(ines);
  await mira.ringing('Ines Instead').getByRole('button', { name: 'Reply busy to Ines Instead' }).click();
  await expect(dialog(page, 'Ines Instead').getByRole('textbox')).toHaveValue('Is it about the fair?');
  await page.keyboard.press('F2');
  await expect(mira.active('Ines Instead')).toBeVisible();
});

test('the window of a reply, what is playing, the answer and the list have no accessibility violation', async ({
  signIn,
  caller,
}) => {
  test.setTimeout(120_000);
  const mira = await signIn('mira');
  const { page } = mira;
  const abel = await caller('Abel Axe');
  await dial(abel);
  await mira.ringing('Abel Axe').getByRole('button', { name: 'Reply busy to Abel Axe' }).click();
  const window = dialog(page, 'Abel Axe');
  await expect(window.getByRole('button', { name: 'Send reply' })).toBeEnabled();
  await expectAccessible(page);
  await window.getByRole('button', { name: 'Send reply' }).click();
  await expectSpokenTo(abel);
  await expectAccessible(page);
  await abel.press('5');
  // The caller’s own number, as the network gave it.
  await expect(mira.card('Abel Axe')).toContainText('pressed 5');
  await abel.press('1');
  await expect(mira.card('Abel Axe')).toContainText('Confirming');
  await abel.press('1');
  await expect(notice(page)).toContainText('Urgent');
  await expectAccessible(page);
  await page.getByRole('link', { name: /^Replies/ }).click();
  await expect(page.getByRole('list', { name: 'Replies from callers' })).toContainText('Abel Axe');
  await expectAccessible(page);
});
