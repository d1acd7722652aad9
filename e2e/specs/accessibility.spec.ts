import { SignInPage } from '../pages/sign-in-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { dial } from '../support/call.ts';
import { expect, test } from '../support/fixtures.ts';

test('the sign-in page has no accessibility violation', async ({ openBrowser, frontdesk }) => {
  const page = await (await openBrowser()).newPage();
  await new SignInPage(page).open(frontdesk.url);
  await expectAccessible(page);
});

test('the console has none: empty, ringing, talking, held, and with a colleague’s call', async ({ signIn, caller }) => {
  test.setTimeout(180_000);
  const mira = await signIn('mira');
  await expectAccessible(mira.page);
  const [anton, berta] = [await caller('Anton Axe'), await caller('Berta Axe')];
  await dial(anton);
  await dial(berta);
  await expect(mira.ringing('Berta Axe')).toBeVisible();
  await expectAccessible(mira.page);
  await mira.page.setViewportSize({ width: 1440, height: 900 });
  await mira.button('Answer', 'Anton Axe').press('Enter');
  await expect(mira.active('Anton Axe')).toBeVisible();
  await expectAccessible(mira.page);
});
