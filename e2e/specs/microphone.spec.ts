import { ConsolePage } from '../pages/console-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { expect, test } from '../support/fixtures.ts';
import { launchOptions } from '../support/launch-options.ts';

// A browser that asks, and in which nobody says yes.
test.use({ permissions: [], launchOptions: launchOptions({ asksForMicrophone: true }) });

test('a blocked microphone is said before the first call, with what cures it', async ({ openBrowser, frontdesk }) => {
  const context = await openBrowser();
  const page = await context.newPage();
  await new SignInPage(page).open(frontdesk.url);
  await new SignInPage(page).signIn('mira@nordkap.example');
  const warning = page.getByRole('region', {
    name: 'The browser blocks the microphone, so callers would not hear you.',
  });
  await expect(warning).toBeVisible();
  await expect(page.getByRole('button', { name: 'Allow microphone' })).toBeVisible();
  // The page hears of it by itself, as when somebody allows it in the address bar.
  await context.grantPermissions(['microphone']);
  await expect(warning).toBeHidden();
  await new ConsolePage(page).expectReady();
});
