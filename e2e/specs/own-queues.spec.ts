import { AdminPage } from '../pages/admin-page.ts';
import { expect, test } from '../support/fixtures.ts';

test('a page knows its queues as soon as an administrator changes them, without a reload', async ({ signIn }) => {
  const tomas = new AdminPage((await signIn('tomas')).page);
  const { page } = await signIn('ingrid');
  await expect(page.getByText(/^You are available on .*\. The next caller rings here\.$/)).toBeVisible();
  await page.evaluate(() => Reflect.set(window, 'isThisVeryPage', true));
  await tomas.addLine('Wharf');
  await tomas.page.getByRole('button', { name: 'Edit Wharf' }).click();
  await tomas.dialog.getByLabel('Ingrid Solberg').check();
  await tomas.dialog.getByRole('button', { name: 'Save' }).click();
  await tomas.expectSaid('Wharf is saved.');
  await expect(page.getByText(/You are available on .*Wharf/)).toBeVisible();
  await tomas.page.getByRole('button', { name: 'Edit Wharf' }).click();
  await tomas.dialog.getByLabel('Ingrid Solberg').uncheck();
  await tomas.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/You are available on .*Wharf/)).toBeHidden();
  expect(await page.evaluate((): unknown => Reflect.get(window, 'isThisVeryPage'))).toBe(true);
});
