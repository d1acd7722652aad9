import { AdminPage } from '../pages/admin-page.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { dial, expectCallerHears } from '../support/call.ts';
import { callerHz, expect, microphoneHz, test } from '../support/fixtures.ts';
import { metric } from '../support/metrics.ts';

test('a receptionist whom an administrator adds signs in and answers a call to a number that is new as well', async ({
  signIn,
  openBrowser,
  frontdesk,
  caller,
}) => {
  test.setTimeout(120_000);
  const tomas = new AdminPage((await signIn('tomas')).page);
  await tomas.addLine('Harbour');
  await tomas.addNumber('5550188', 'Harbour');
  const nora = { name: 'Nora Falk', email: 'nora@nordkap.example', extension: '377' };
  const password = await tomas.addUser({ ...nora, line: 'Harbour' });
  expect(password).toMatch(/^(.{4}-){3}.{4}$/);

  const page = await (await openBrowser()).newPage();
  const signInPage = new SignInPage(page);
  await signInPage.open(frontdesk.url);
  await signInPage.signIn(nora.extension, password);
  const norasDesk = new ConsolePage(page);
  await norasDesk.expectReady();
  const jane = await caller('Jane Caller');
  await dial(jane, '5550188');
  await norasDesk.answer('Jane Caller');
  await expectCallerHears(jane, microphoneHz);
  await norasDesk.expectHears(callerHz);
  const row = tomas.page.getByRole('row', { name: /Nora Falk/ });
  await expect(row).toContainText('On a call');
  await norasDesk.button('Hang up', 'Jane Caller').click();
  await jane.ended();

  await tomas.disable('Nora Falk');
  await expect(row).toContainText('Disabled');
  await tomas.page.getByRole('link', { name: 'Calls', exact: true }).click();
  await expect(tomas.page.getByRole('region', { name: 'People' })).toContainText('Mira Petrović');
  await expect(tomas.page.getByRole('region', { name: 'People' })).not.toContainText('Nora Falk');
  await expect(page.getByText('Your sign-in has ended.')).toBeVisible();
  expect(frontdesk.output()).toContain('"audit":"userCreated"');
  expect(frontdesk.output()).not.toContain(password);
});

test('whoever joins a line is rung by it at once, without signing in again', async ({ signIn, caller }) => {
  const tomas = new AdminPage((await signIn('tomas')).page);
  const ana = await signIn('ana');
  await tomas.addLine('Quay');
  await tomas.addNumber('5550189', 'Quay');
  await tomas.page.getByRole('button', { name: 'Edit Quay' }).click();
  await tomas.dialog.getByLabel('Ana Lindqvist').check();
  await tomas.dialog.getByRole('button', { name: 'Save' }).click();
  await tomas.expectSaid('Quay is saved.');
  const kim = await caller('Kim Caller');
  await dial(kim, '5550189');
  await expect(ana.ringing('Kim Caller')).toBeVisible();
  await kim.cancel();
});

test('a line is removed when nobody is on it; who calls its number is led on, and rings where the line is again', async ({
  signIn,
  caller,
  frontdesk,
}) => {
  const tomas = new AdminPage((await signIn('tomas')).page);
  const ana = await signIn('ana');
  await tomas.addLine('Dock');
  await tomas.addNumber('5550191', 'Dock');
  const rosa = await caller('Rosa Line');
  await rosa.dial('5550191');
  await rosa.ringing();
  await tomas.page.getByRole('button', { name: 'Remove Dock' }).click();
  await tomas.dialog.getByLabel(/leads to it, and then to/).selectOption('Main number');
  const remove = tomas.dialog.getByRole('button', { name: 'Remove' });
  await remove.click();
  await expect(tomas.dialog.getByRole('alert')).toContainText('Calls of this line are still on');
  await rosa.cancel();
  await expect.poll(() => metric(frontdesk.url, 'frontdesk_live_calls')).toBe(0);
  await remove.click();
  await tomas.expectSaid('Dock is removed.');
  await dial(rosa, '5550191');
  await expect(ana.ringing('Rosa Line')).toContainText('Main number');
  await rosa.cancel();
  await tomas.page.getByRole('button', { name: 'Undo' }).click();
  await tomas.expectSaid('Dock is a line again.');
  await expect(tomas.page.getByRole('row', { name: /^Dock .*5550191/ })).toBeVisible();
});

test('who calls a line that is closed by its opening hours is told so', async ({ signIn, caller }) => {
  const tomas = new AdminPage((await signIn('tomas')).page);
  const { page } = tomas;
  await tomas.addLine('Pier');
  await tomas.addNumber('5550190', 'Pier');
  await tomas.open('Opening hours');
  await page.getByLabel('Line').selectOption('Pier');
  await expect(page.getByText('Open now')).toBeVisible();
  await page.getByRole('switch', { name: 'Open around the clock' }).uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await tomas.expectSaid('The hours of Pier are saved.');
  await expect(page.getByText('Closed now')).toBeVisible();

  const late = await caller('Late Caller');
  await late.dial('5550190');
  await late.answered();
  await late.until(() => late.level({ windowMs: 500 }) > 0.01, 10_000, 'a voice');
  await late.hangUp();
});

test('a receptionist has no administrator’s pages', async ({ signIn, frontdesk }) => {
  const { page } = await signIn('mira');
  await expect(page.getByRole('link', { name: 'Admin' })).toHaveCount(0);
  await page.goto(`${frontdesk.url}/admin/users`);
  await expect(page.getByRole('heading', { name: 'Only administrators see these pages.' })).toBeVisible();
  for (const path of ['users', 'queues', 'system-health']) {
    expect((await page.request.get(`${frontdesk.url}/api/v1/${path}`)).status()).toBe(403);
  }
  await page.getByRole('button', { name: 'Back to the calls' }).click();
  await expect(page.getByRole('heading', { name: 'Coming in' })).toBeVisible();
});

test('no administrator’s page has an accessibility violation, nor has a window over it', async ({ signIn }) => {
  test.setTimeout(180_000);
  const tomas = new AdminPage((await signIn('tomas')).page);
  const { page } = tomas;
  const table = page.getByRole('table').first();
  await tomas.open('System health');
  await expect(page.getByRole('row', { name: /^Phone system .*Working/ })).toBeVisible();
  await expectAccessible(page, { what: 'health' });
  await tomas.open('Users');
  await expect(table).toBeVisible();
  await expectAccessible(page, { what: 'users' });
  const edit = page.getByRole('button', { name: 'Edit Ana Lindqvist' });
  await edit.click();
  await tomas.dialog.getByRole('button', { name: 'Set a new password' }).click();
  await tomas.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(tomas.dialog.getByText('A password has at least 10 characters.')).toBeVisible();
  await expectAccessible(page, { what: 'the window of a user' });
  await page.keyboard.press('Escape');
  await expect(tomas.dialog).toBeHidden();
  await expect(edit).toBeFocused();
  await tomas.open('Numbers and routes');
  await expect(table).toBeVisible();
  await expectAccessible(page, { what: 'numbers' });
  await page.getByRole('button', { name: 'Remove Main number' }).click();
  await expectAccessible(page, { what: 'the window in which a line is removed' });
  await page.keyboard.press('Escape');
  await tomas.open('Opening hours');
  await page.getByRole('switch', { name: 'Open around the clock' }).uncheck();
  await page.getByRole('button', { name: 'Add times on Monday' }).click();
  await page.getByLabel('Monday, closes, time 1').fill('08:00');
  await page.getByRole('button', { name: 'Add a day' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('It closes before it opens.')).toBeVisible();
  await expectAccessible(page, { what: 'hours' });
});
