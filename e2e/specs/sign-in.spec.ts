import { ConsolePage } from '../pages/console-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { dial } from '../support/call.ts';
import { expect, test } from '../support/fixtures.ts';

test('a wrong password keeps the name, says so, and goes back to the password', async ({ openBrowser, frontdesk }) => {
  const page = await (await openBrowser()).newPage();
  const signIn = new SignInPage(page);
  await signIn.open(frontdesk.url);
  await signIn.signIn('mira@nordkap.example', 'not the password');
  await expect(page.getByRole('alert').filter({ hasText: 'do not belong together' })).toBeVisible();
  await expect(page.getByLabel('E-mail or extension')).toHaveValue('mira@nordkap.example');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await signIn.signIn('mira@nordkap.example');
  await new ConsolePage(page).expectReady();
});

test('an extension is a sign-in name as well, and a demo sign-in takes one click', async ({
  openBrowser,
  frontdesk,
}) => {
  const page = await (await openBrowser()).newPage();
  const signIn = new SignInPage(page);
  await signIn.open(frontdesk.url);
  await signIn.signIn('200');
  await new ConsolePage(page).expectReady();

  const other = await (await openBrowser()).newPage();
  await new SignInPage(other).open(frontdesk.url);
  await other.getByRole('button', { name: /Ana Lindqvist/ }).click();
  await new ConsolePage(other).expectReady();
});

test('the same person in two browsers has two desks: both ring, one answers, the other says where', async ({
  signIn,
  caller,
}) => {
  const [desk, otherDesk] = [await signIn('mira'), await signIn('mira')];
  const tess = await caller('Tess Twice');
  await dial(tess);
  await expect(desk.ringing('Tess Twice')).toBeVisible();
  await expect(otherDesk.ringing('Tess Twice')).toBeVisible();
  await desk.answer('Tess Twice');
  await expect(otherDesk.button('Answer', 'Tess Twice')).toBeHidden();
  await expect(otherDesk.card('Tess Twice')).toContainText('other desk');
});

test('a second window of the same browser shows the calls and leaves the phone to the first', async ({
  signIn,
  caller,
  frontdesk,
}) => {
  const first = await signIn('mira');
  const page = await first.page.context().newPage();
  await page.goto(frontdesk.url);
  const second = new ConsolePage(page);
  await expect(page.getByText('This desk’s phone is in another window.')).toBeVisible();
  const wanda = await caller('Wanda Window');
  await dial(wanda);
  await expect(first.ringing('Wanda Window')).toBeVisible();
  await expect(second.ringing('Wanda Window')).toBeVisible();
  await wanda.cancel();
  await expect(second.ringing('Wanda Window')).toBeHidden();
  await first.page.close();
  await second.expectReady();
});

test('signing out everywhere ends the other browser as well, and it comes back to the sign-in', async ({ signIn }) => {
  const [here, there] = [await signIn('ana'), await signIn('ana')];
  await here.page.getByRole('button', { name: /^Your status/ }).click();
  await here.page.getByRole('button', { name: 'Sign out everywhere' }).click();
  for (const { page } of [here, there]) {
    await expect(page.getByRole('heading', { name: 'Sign in to start your shift' })).toBeVisible();
  }
});

test('a session that ends while the page is open leads to the sign-in, which says why, and back to the same place', async ({
  signIn,
  frontdesk,
}) => {
  const mira = await signIn('mira');
  const { page } = mira;
  const replies = page.getByRole('heading', { name: 'Replies from callers' });
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Replies/ })
    .click();
  await expect(replies).toBeVisible();
  expect((await page.context().request.delete(`${frontdesk.url}/api/v1/session`)).ok()).toBe(true);
  await expect(page.getByText('Your sign-in has ended. Sign in again to go on where you were.')).toBeVisible();
  await expect(replies).toBeHidden();
  await new SignInPage(page).signIn('mira@nordkap.example');
  await expect(replies).toBeVisible();
  await expect(mira.connection).toHaveAttribute('data-connection', 'connected');
});
