import { SignInPage } from '../pages/sign-in-page.ts';
import { expect, test } from '../support/fixtures.ts';
import { launchOptions } from '../support/launch-options.ts';
import { plugMicrophones } from '../support/plugged-microphones.ts';
import { lookWithoutPressing } from '../support/unpressed-page.ts';

// A browser as it comes to people: silent until somebody has pressed something on the page.
// Without a trace: what it looks at in the page counts as a press as well.
test.use({ launchOptions: launchOptions({ blocksSound: true }), trace: 'off' });

test('blocked sound is said before the first call, with the press that cures it', async ({
  openBrowser,
  frontdesk,
}) => {
  const context = await openBrowser();
  // A page that listens may play as well; sound is blocked for whoever has no microphone yet.
  await plugMicrophones(context, []);
  const first = await context.newPage();
  await new SignInPage(first).open(frontdesk.url);
  await new SignInPage(first).signIn('mira@nordkap.example');
  await expect(first.getByRole('heading', { name: 'Coming in' })).toBeVisible();
  await first.close();

  // Still signed in, and nothing pressed yet: as when the browser opens its windows of yesterday.
  const page = await context.newPage();
  await page.goto(frontdesk.url);
  const unpressed = await lookWithoutPressing(page);
  const warning = 'The browser is blocking sound, so you will not hear calls ring.';
  await expect.poll(() => unpressed.shows(warning), { intervals: [200] }).toBe(true);
  const place = await unpressed.placeOf('Allow sound and test ringer');
  if (place === null) throw new Error('there is nothing to press');
  await page.mouse.click(place.x, place.y);
  await expect.poll(() => unpressed.shows(warning), { intervals: [200] }).toBe(false);
});
