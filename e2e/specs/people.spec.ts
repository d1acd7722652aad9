import type { Locator, Page } from '@playwright/test';
import type { ConsolePage } from '../pages/console-page.ts';
import { dial } from '../support/call.ts';
import { expect, test } from '../support/fixtures.ts';

const ana = 'Ana Lindqvist';

/** The row of a colleague in the people lane. */
const row = ({ page }: ConsolePage, name: string): Locator =>
  page.getByRole('region', { name: 'People' }).getByRole('listitem').filter({ hasText: name });

const statusButton = (page: Page): Locator => page.getByRole('button', { name: /^Your status:/ });

/** Says of oneself by the keyboard's way into the menu. */
async function choose({ page }: ConsolePage, choice: string): Promise<void> {
  await page.keyboard.press('Alt+U');
  await page.getByRole('region', { name: 'Your status' }).getByRole('button', { name: choice }).click();
  await expect(page.getByRole('region', { name: 'Your status' })).toBeHidden();
}

test('a colleague is seen offline, available, on a call and away, as they are', async ({ signIn, caller }) => {
  const mira = await signIn('mira');
  await expect(row(mira, ana)).toContainText('Offline');
  const anasDesk = await signIn('ana');
  await expect(row(mira, ana)).toContainText('Available');
  await expect(row(mira, 'Mira')).toHaveCount(0);

  const jane = await caller('Jane Caller');
  await dial(jane);
  await anasDesk.answer('Jane Caller');
  await expect(row(mira, ana)).toContainText(/On a call 0:0\d/);
  await anasDesk.button('Hang up', 'Jane Caller').click();
  await jane.ended();
  await expect(row(mira, ana)).toContainText('Available');

  await choose(anasDesk, 'Away, 30 min');
  await expect(row(mira, ana)).toContainText(/Away, back \d+:\d\d/);
  await choose(anasDesk, 'Do not disturb, Until I change it');
  await expect(row(mira, ana)).toContainText('Do not disturb');
  await choose(anasDesk, 'Available');
  await expect(row(mira, ana)).toContainText('Available');
});

test('a caller does not ring at whoever is away, and does again when they are back', async ({ signIn, caller }) => {
  const [mira, anasDesk] = [await signIn('mira'), await signIn('ana')];
  await choose(anasDesk, 'Away, Until I change it');
  await expect(anasDesk.page.getByText('You are away, so calls do not ring here.')).toBeVisible();
  const first = await caller('First Caller');
  await dial(first);
  await expect(mira.ringing('First Caller')).toBeVisible();
  // Ana's page knows of the call, and that it rings at Mira alone.
  await expect(anasDesk.page.getByText('Ringing at Mira')).toBeVisible();
  await expect(anasDesk.button('Answer', 'First Caller')).toHaveCount(0);
  await first.cancel();
  await expect(mira.ringing('First Caller')).toBeHidden();

  await anasDesk.page.getByRole('button', { name: 'Take calls again' }).click();
  await expect(statusButton(anasDesk.page)).toHaveAccessibleName('Your status: Available');
  const second = await caller('Second Caller');
  await dial(second);
  await expect(anasDesk.ringing('Second Caller')).toBeVisible();
});

test('what one says of oneself outlasts a reload', async ({ signIn }) => {
  const anasDesk = await signIn('ana');
  await choose(anasDesk, 'Do not disturb, 1 h');
  await expect(statusButton(anasDesk.page)).toHaveAccessibleName('Your status: Do not disturb');
  await anasDesk.page.reload();
  await anasDesk.expectReady();
  await expect(statusButton(anasDesk.page)).toHaveAccessibleName('Your status: Do not disturb');
  await choose(anasDesk, 'Available');
  await expect(statusButton(anasDesk.page)).toHaveAccessibleName('Your status: Available');
});

test('people are found by name and by extension, on a narrow window in a tab of their own', async ({ signIn }) => {
  const { page } = await signIn('mira');
  const people = page.getByRole('region', { name: 'People' });
  await people.getByLabel('Find').fill('lindq');
  await expect(people.getByRole('listitem')).toHaveCount(1);
  await people.getByLabel('Find').fill('nobody of that name');
  await expect(people.getByText('No one here matches “nobody of that name”.')).toBeVisible();

  await page.setViewportSize({ width: 420, height: 800 });
  await expect(people).toBeHidden();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click();
  await expect(page.getByRole('region', { name: 'People' }).getByText(ana)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Coming in' })).toBeHidden();
  await page.getByRole('link', { name: 'Calls', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Coming in' })).toBeVisible();
});

test('the theme is taken at once, outlasts a reload, and is there before the page is drawn', async ({ signIn }) => {
  const { page } = await signIn('mira');
  await page.emulateMedia({ colorScheme: 'light' });
  const canvas = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await canvas()).toBe('rgb(230, 235, 233)');
  await statusButton(page).click();
  const saved = page.waitForResponse((response) => response.url().endsWith('/api/v1/preferences'));
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  expect(await canvas()).toBe('rgb(13, 20, 19)');
  expect((await saved).ok()).toBe(true);

  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('heading', { name: 'Coming in' })).toBeVisible();
  expect(await canvas()).toBe('rgb(13, 20, 19)');

  // In a browser that has never seen this person, the server knows.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await statusButton(page).click();
  await page.getByRole('radio', { name: 'Like the computer' }).check({ force: true });
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});
