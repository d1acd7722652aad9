import type { BrowserContext, Page } from '@playwright/test';
import { ConsolePage } from '../pages/console-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { dial } from '../support/call.ts';
import { expect, test } from '../support/fixtures.ts';

/** Every notification of the page is still a real one, and known to the test while it is open. */
function watchNotifications(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    const open = new Set<Notification>();
    Reflect.set(window, 'openNotifications', open);
    const Real = window.Notification;
    window.Notification = class extends Real {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        open.add(this);
        this.addEventListener('close', () => open.delete(this));
      }
      override close(): void {
        open.delete(this);
        super.close();
      }
    };
    // Another window is in front.
    document.hasFocus = () => false;
  });
}

const openNotifications = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const open: ReadonlySet<Notification> = Reflect.get(window, 'openNotifications');
    return Array.from(open, ({ title }) => title);
  });

async function signInWatched(context: BrowserContext, url: string): Promise<ConsolePage> {
  await watchNotifications(context);
  const page = await context.newPage();
  const signInPage = new SignInPage(page);
  await signInPage.open(url);
  await signInPage.signIn('mira@nordkap.example');
  const mira = new ConsolePage(page);
  await mira.expectReady();
  return mira;
}

test('of ten calls that give up no notification stays open', async ({ openBrowser, caller, frontdesk }) => {
  test.setTimeout(120_000);
  const mira = await signInWatched(await openBrowser(), frontdesk.url);
  const callers = [];
  for (let call = 0; call < 10; call += 1) callers.push(await caller(`Caller ${call}`));
  for (const one of callers) await dial(one);
  await expect.poll(async () => (await openNotifications(mira.page)).length).toBe(10);
  for (const one of callers) await one.cancel();
  await expect.poll(() => openNotifications(mira.page)).toEqual([]);
});

test('a notification closes when a colleague answers, and pressed it shows the call without answering', async ({
  openBrowser,
  signIn,
  caller,
  frontdesk,
}) => {
  const [ana, mira] = [await signIn('ana'), await signInWatched(await openBrowser(), frontdesk.url)];
  const { page } = mira;
  const nick = await caller('Nick Notified');
  await dial(nick);
  await expect.poll(() => openNotifications(page)).toEqual(['Ringing: Nick Notified']);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.evaluate(() => {
    const open: ReadonlySet<Notification> = Reflect.get(window, 'openNotifications');
    for (const note of open) note.dispatchEvent(new Event('click'));
  });
  await expect(mira.ringing('Nick Notified')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nick Notified' })).toBeFocused();
  expect(await openNotifications(page)).toEqual([]);
  await ana.answer('Nick Notified');

  const nora = await caller('Nora Notified');
  await dial(nora);
  await expect.poll(() => openNotifications(page)).toEqual(['Ringing: Nora Notified']);
  await ana.answer('Nora Notified');
  await expect.poll(() => openNotifications(page)).toEqual([]);
});

test('what is chosen is seen at once, in the other window as well, and outlasts both', async ({ signIn }) => {
  const { page } = await signIn('mira');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(other.getByRole('heading', { name: 'Coming in' })).toBeVisible();
  await page.goto(new URL('/settings/appearance', page.url()).href);
  const settings = page.getByRole('region', { name: 'Appearance and language' });
  await settings.getByRole('radio', { name: 'Dark' }).check();
  await settings.getByRole('radio', { name: 'Compact' }).check({ force: true });
  await chooseLocale(page, 'en-GB');
  for (const one of [page, other]) {
    await expect(one.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(one.locator('html')).toHaveAttribute('data-density', 'compact');
    await expect(one.locator('html')).toHaveAttribute('lang', 'en-GB');
    await expect(one.locator('meta[name="theme-color"]').first()).toHaveAttribute('content', '#0D1413');
  }
  await other.close();
  await expect(settings.getByText(/^For example \w+day,? \d+ \w+ \d{4}, \d\d:\d\d\.$/)).toBeVisible();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
  await settings.getByRole('radio', { name: 'Like the computer' }).check();
  await settings.getByRole('radio', { name: 'Comfortable' }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-density', 'comfortable');
  await chooseLocale(page, 'Like the browser');
});

/** Changes are saved one after the other: once this one is, so are those before it. */
async function chooseLocale(page: Page, locale: string): Promise<void> {
  const isIt = (sent: string | null): boolean => sent?.includes('language') === true;
  const saved = page.waitForResponse((response) => isIt(response.request().postData()));
  await page.getByLabel('Dates, times and numbers').selectOption(locale);
  expect((await saved).ok()).toBe(true);
}

const pages = { audio: 'Audio', keyboard: 'Keyboard', notifications: 'Notifications', appearance: 'Appearance' };

test('no page of the settings has an accessibility violation, nor has the list of all keys', async ({ signIn }) => {
  test.setTimeout(180_000);
  const { page } = await signIn('mira');
  for (const [section, name] of Object.entries(pages)) {
    await page.goto(new URL(`/settings/${section}`, page.url()).href);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    if (section === 'keyboard') {
      await page.getByRole('button', { name: 'Change keys: Keypad' }).click();
      await page.keyboard.press('F8');
      await expect(page.getByText('These keys are in use: Hold, resume.')).toBeVisible();
    }
    await expectAccessible(page, { what: section });
  }
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible();
  await expectAccessible(page, { what: 'all keys' });
});
