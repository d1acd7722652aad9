import type { Page } from '@playwright/test';
import { tone } from '../../caller/media/audio-source.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { demoPassword } from '../pages/sign-in-page.ts';
import { dial, expectCallerHears, expectCallerHearsNothing } from '../support/call.ts';
import { callerHz, expect, microphoneHz, test } from '../support/fixtures.ts';

const secondHz = 660;

/** Counts every press of a mouse or a finger, so that a test can prove there was none. */
async function watchPointers(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    Reflect.set(window, 'pointerPresses', 0);
    const count = (): boolean =>
      Reflect.set(window, 'pointerPresses', Number(Reflect.get(window, 'pointerPresses')) + 1);
    for (const type of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(type, count, { capture: true });
  });
  return () => page.evaluate(() => Number(Reflect.get(window, 'pointerPresses')));
}

/** Goes on with Tab until the focus is on what has that name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const matches = (text: string): boolean => (typeof name === 'string' ? text === name : name.test(text));
  for (let presses = 0; presses < 60; presses += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
      return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
    });
    if (matches(focused.trim())) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
}

const statusButton = (page: Page) => page.getByRole('button', { name: /^Your status:/ });

test('a whole shift by keyboard alone: sign in, two calls, keypad, mute, note, away and back', async ({
  openBrowser,
  caller,
  frontdesk,
}) => {
  test.setTimeout(120_000);
  const page = await (await openBrowser()).newPage();
  const pointerPresses = await watchPointers(page);
  const { keyboard } = page;
  await page.goto(frontdesk.url);
  await tabTo(page, 'E-mail or extension');
  await keyboard.type('mira@nordkap.example');
  await tabTo(page, 'Password');
  await keyboard.type(demoPassword);
  await keyboard.press('Enter');
  const mira = new ConsolePage(page);
  await mira.expectReady();

  const [first, second] = [await caller('First Caller'), await caller('Second Caller', { plays: tone(secondHz) })];
  await dial(first);
  await expect(mira.ringing('First Caller')).toBeVisible();
  await keyboard.press('F2');
  await expect(mira.active('First Caller')).toBeVisible();
  await first.answered();
  await expectCallerHears(first, microphoneHz);
  await mira.expectHears(callerHz);

  await keyboard.press('F8');
  await expect(mira.held('First Caller')).toBeVisible();
  await keyboard.press('F8');
  await expect(mira.active('First Caller')).toBeVisible();

  await dial(second);
  await expect(mira.card('Second Caller')).toBeVisible();
  await keyboard.press('F2');
  await expect(mira.active('Second Caller')).toBeVisible();
  await expect(mira.held('First Caller')).toBeVisible();
  await second.answered();
  await mira.expectHears(secondHz);
  await keyboard.press('Shift+F8');
  await expect(mira.active('First Caller')).toBeVisible();
  await expect(mira.held('Second Caller')).toBeVisible();

  await keyboard.press('Alt+K');
  await keyboard.type('159#');
  await expect.poll(() => first.digits).toBe('159#');
  await keyboard.press('Alt+K');

  await keyboard.press('F10');
  await expectCallerHearsNothing(first);
  await keyboard.press('F10');
  await expectCallerHears(first, microphoneHz);

  await keyboard.press('Alt+N');
  await keyboard.type('Asks for Ingrid, kuny/');
  await expect(page.getByRole('textbox', { name: 'Note for First Caller' })).toHaveValue('Asks for Ingrid, kuny/');
  // Esc closes windows; while somebody writes the keys of the calls work all the same.
  await keyboard.press('Escape');
  await expect(mira.active('First Caller')).toBeVisible();
  await keyboard.press('F4');
  expect((await first.ended()).by).toBe('them');
  // The caller may know before the page does; until then F8 is about the call that is on.
  await expect(mira.active('First Caller')).toBeHidden();
  await keyboard.press('F8');
  await expect(mira.active('Second Caller')).toBeVisible();
  await keyboard.press('F4');
  expect((await second.ended()).by).toBe('them');

  await keyboard.press('Alt+U');
  await tabTo(page, 'Away, 30 min');
  await keyboard.press('Enter');
  await expect(statusButton(page)).toHaveAccessibleName('Your status: Away');
  await keyboard.press('Alt+U');
  await keyboard.press('Enter');
  await expect(statusButton(page)).toHaveAccessibleName('Your status: Available');
  expect(await pointerPresses()).toBe(0);
});

test('the list of all keys gives the focus back, and F9 goes to the field for people and numbers', async ({
  signIn,
}) => {
  const { page } = await signIn('mira');
  const list = page.getByRole('dialog', { name: 'All keys' });
  const find = page.getByRole('region', { name: 'People' }).getByLabel('Find');
  await page.keyboard.press('F9');
  await expect(find).toBeFocused();
  await page.keyboard.press('Alt+/');
  await expect(list).toBeVisible();
  await expect(list.getByText('Mute, unmute')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(find).toBeFocused();

  await page.setViewportSize({ width: 420, height: 800 });
  await expect(find).toBeHidden();
  await page.keyboard.press('F9');
  await expect(find).toBeFocused();
  await page.goto(new URL('/settings/appearance', page.url()).href);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByRole('heading', { name: 'Appearance and language' })).toBeVisible();
  await page.keyboard.press('F9');
  await expect(page.getByRole('banner').getByLabel('Find or dial')).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Appearance and language' })).toBeVisible();

  // On paper the list alone.
  await page.keyboard.press('Alt+/');
  await page.emulateMedia({ media: 'print' });
  await expect(list.getByText('Mute, unmute')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Coming in', includeHidden: true })).toBeHidden();
});

test('another key answers, in every window, once somebody says so; its old one does nothing any more', async ({
  signIn,
  caller,
}) => {
  const mira = await signIn('mira');
  const { page } = mira;
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.goto(new URL('/settings/keyboard', page.url()).href);
  await page.getByRole('button', { name: 'Change keys: Answer the longest-waiting call' }).press('Enter');
  await page.keyboard.press('F5');
  await expect(page.getByText('The browser loads the page anew with this key. Choose other keys.')).toBeVisible();
  await page.keyboard.press('Alt+A');
  await expect(page.getByText('Answer the longest-waiting call: Alt A.')).toBeVisible();

  const remy = await caller('Remy Remap');
  await dial(remy);
  await expect(mira.button('Answer', 'Remy Remap')).toHaveAttribute('aria-keyshortcuts', 'Alt+A');
  await expect(other.getByRole('button', { name: 'Answer Remy Remap' })).toHaveAttribute('aria-keyshortcuts', 'Alt+A');
  await page.keyboard.press('F2');
  await page.keyboard.press('Alt+A');
  await remy.answered();
  await expectCallerHears(remy, microphoneHz);

  // Kept on the server: a browser that knows nothing has it as well.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.getByRole('button', { name: 'Usual keys: Answer the longest-waiting call' })).toBeVisible();
  await page.getByRole('button', { name: 'Reset all' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
});
