import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { dial } from '../support/call.ts';
import { expect, test } from '../support/fixtures.ts';

const list = (page: Page) => page.getByRole('list', { name: 'Templates', exact: true });
const names = (page: Page) => list(page).locator('.template-name bdi').allTextContents();

async function openTemplates(page: Page): Promise<void> {
  await page.goto(new URL('/settings/templates', page.url()).href);
  await expect(list(page)).toBeVisible();
}

/** Another test of the same person finds what the house brings along, and nothing else. */
async function forgetTemplates({ request, url }: { request: APIRequestContext; url: string }): Promise<void> {
  const api = new URL('/api/v1/templates', url).href;
  const { own, hidden } = await (await request.get(api)).json();
  for (const { id } of own) await request.delete(`${api}/${id}`);
  for (const house of hidden) await request.post(`${api}/house`, { data: { ...house, hidden: false } });
}

async function write(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('button', { name: 'New template' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Spoken text').fill(text);
  await page.getByRole('button', { name: 'Save template' }).click();
  await expect(list(page).getByRole('button', { name, exact: true })).toHaveAttribute('aria-current', 'true');
}

test('one’s own templates are kept in their order, come first where one chooses, and are what the caller hears', async ({
  signIn,
  caller,
  atTheEnd,
}) => {
  test.setTimeout(90_000);
  const mira = await signIn('mira');
  const { page } = mira;
  atTheEnd('caller', () => forgetTemplates({ request: page.request, url: page.url() }));
  await openTemplates(page);
  await expectAccessible(page);
  await write(page, 'Fair', 'Is it about the fair in Split?');
  await write(page, 'Noon', 'May I call you back at noon?');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expectAccessible(page);
  // Above the other one, by its handle.
  const rows = list(page).getByRole('listitem');
  await rows
    .nth(1)
    .locator('.template-grip')
    .dragTo(rows.nth(0), { targetPosition: { x: 60, y: 8 } });
  await expect.poll(() => names(page).then((all) => all.slice(0, 3))).toEqual(['Noon', 'Fair', 'Call back soon']);
  await page.getByRole('button', { name: 'Hide Call back soon' }).click();
  await expect.poll(() => names(page).then((all) => all.slice(0, 3))).toEqual(['Noon', 'Fair', 'Is it urgent?']);
  await page.reload();
  await expect.poll(() => names(page).then((all) => all.slice(0, 3))).toEqual(['Noon', 'Fair', 'Is it urgent?']);

  await page.goto(new URL('/', page.url()).href);
  const tess = await caller('Tess Template');
  await dial(tess);
  await mira.ringing('Tess Template').getByRole('button', { name: 'Templates for a reply to Tess Template' }).click();
  const menu = page.getByRole('menu', { name: 'Templates for a reply to Tess Template' });
  await expect(menu.getByRole('menuitem').first()).toContainText('May I call you back at noon?');
  await page.keyboard.press('2');
  const window = page.getByRole('dialog', { name: 'Reply to Tess Template' });
  await expect(window.getByRole('radio', { name: /Fair/ })).toBeChecked();
  await expect(window.getByRole('textbox')).toHaveValue('Is it about the fair in Split?');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(window.getByRole('textbox')).toHaveValue('May I call you back at noon?');
  await page.keyboard.press('Control+Enter');
  await tess.answered(15_000);
  await tess.until(() => tess.level({ windowMs: 300 }) > 0.01, 10_000, 'a voice');
  await tess.press('3');
  await expect(page.getByRole('region', { name: 'Answers of callers' })).toContainText('May I call you back at noon?');
  await page.getByRole('button', { name: 'Dismiss the answer of Tess Template' }).click();
});

test('a template is deleted with a way back, and nobody else has it', async ({ signIn, atTheEnd }) => {
  const ana = await signIn('ana');
  const { page } = ana;
  atTheEnd('caller', () => forgetTemplates({ request: page.request, url: page.url() }));
  await openTemplates(page);
  await expect(page.getByText('You have no template of your own yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Copy Lunch as a template of your own' }).click();
  await page.getByRole('button', { name: 'Save template' }).click();
  await expect.poll(() => names(page).then((all) => all[0])).toBe('Lunch');
  await page.getByRole('button', { name: 'Delete Lunch' }).click();
  await expect(page.getByText('You have no template of your own yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('button', { name: 'Delete Lunch' })).toHaveCount(0);
  await expect(list(page).getByRole('button', { name: 'Lunch', exact: true }).first()).toBeFocused();
  const ingrid = await signIn('ingrid');
  await openTemplates(ingrid.page);
  await expect(ingrid.page.getByText('You have no template of your own yet.')).toBeVisible();
});
