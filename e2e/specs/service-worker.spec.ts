import type { Page } from '@playwright/test';
import { ConsolePage } from '../pages/console-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { dial, expectCallerHears } from '../support/call.ts';
import { expect, microphoneHz, test as base } from '../support/fixtures.ts';
import { openFrontDoor, type FrontDoor } from '../support/front-door.ts';

/** A desk behind a front door, whose page is kept in the browser. */
type Desk = { readonly door: FrontDoor; readonly mira: ConsolePage };

const test = base.extend<{ readonly desk: Desk }>({
  desk: async ({ openBrowser, frontdesk, atTheEnd }, use) => {
    const door = await openFrontDoor(frontdesk.url);
    atTheEnd('browser', door.shut);
    const page = await (await openBrowser()).newPage();
    const signInPage = new SignInPage(page);
    await signInPage.open(door.url);
    await signInPage.signIn('mira@nordkap.example');
    const mira = new ConsolePage(page);
    await mira.expectReady();
    await expect.poll(() => keptPaths(page), { message: 'the shell is kept' }).toContain('/');
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state))
      .toBe('activated');
    await use({ door, mira });
  },
});

/** The paths of everything that any version keeps in this browser. */
const keptPaths = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

const versionsKept = (page: Page): Promise<number> => page.evaluate(async () => (await caches.keys()).length);
const notice = ({ page }: ConsolePage) => page.getByRole('region', { name: 'A new version is ready.' });

test('the page comes up without its server, says since when, and goes on by itself when it is back', async ({
  desk,
}) => {
  const { door, mira } = desk;
  await door.shut();
  await mira.page.reload();
  await expect(mira.page.getByText(/The server cannot be reached since \d+:\d\d/)).toBeVisible();
  await door.open();
  await mira.expectReady();
});

test('only the shell is kept: what is true now comes from the server each time', async ({ desk, caller }) => {
  const { door, mira } = desk;
  await mira.page.reload();
  await mira.expectReady();
  const paul = await caller('Paul Live');
  await dial(paul);
  await mira.answer('Paul Live');
  await expectCallerHears(paul, microphoneHz);
  const kept = await keptPaths(mira.page);
  expect(kept.filter((path) => /^\/(api|events|sip|metrics)/.test(path))).toEqual([]);
  expect(kept.filter((path) => path.startsWith('/assets/')).length).toBeGreaterThan(5);

  const before = door.asked.filter((path) => path.startsWith('/api/v1/health')).length;
  const ask = () => mira.page.evaluate(async () => (await fetch('/api/v1/health')).status);
  expect([await ask(), await ask()]).toEqual([200, 200]);
  expect(door.asked.filter((path) => path.startsWith('/api/v1/health')).length).toBe(before + 2);
  await mira.button('Hang up', 'Paul Live').click();
  await paul.ended();
  await door.shut();
  expect(await ask().catch(() => 'unreachable')).toBe('unreachable');
  await door.open();
  await mira.expectReady();
});

test('a newer version is said, waits for the end of the call, and takes the place of the old one', async ({
  desk,
  caller,
}) => {
  const { door, mira } = desk;
  const nina = await caller('Nina New');
  await dial(nina);
  await mira.answer('Nina New');
  door.renew();
  await mira.page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect(notice(mira)).toBeVisible();
  await expect(notice(mira).getByRole('button', { name: 'Reload' })).toHaveAttribute('aria-disabled', 'true');
  await expectCallerHears(nina, microphoneHz);
  expect(await versionsKept(mira.page)).toBe(2);
  // By its key: a card that the notice has just moved takes no clicks for a moment.
  await mira.page.keyboard.press('F4');
  await nina.ended();
  const reloaded = mira.page.waitForEvent('load');
  await notice(mira).getByRole('button', { name: 'Reload' }).click();
  await reloaded;
  await mira.expectReady();
  await expect(notice(mira)).toBeHidden();
  await expect.poll(() => versionsKept(mira.page), { message: 'the old version is gone' }).toBe(1);
});

test('a page loaded after the change is of the newer version at once, and says nothing', async ({ desk }) => {
  const { door, mira } = desk;
  door.renew();
  await mira.page.reload();
  await mira.expectReady();
  await expect
    .poll(() => mira.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting))
    .toBeFalsy();
  await expect.poll(() => versionsKept(mira.page), { message: 'the old version is gone' }).toBe(1);
  await expect(notice(mira)).toBeHidden();
});
