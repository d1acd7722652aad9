import type { Locator, Page } from '@playwright/test';
import { ConsolePage } from '../pages/console-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { callerHz, expect, test } from '../support/fixtures.ts';
import { dial } from '../support/call.ts';
import { metric } from '../support/metrics.ts';
import { heardInPage } from '../support/page-audio.ts';

const row = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const heading = (page: Page): Locator => page.getByRole('heading', { name: 'Check your desk before the first call' });

/** Something comes back: the voice or the test tone, whichever the browser's noise suppression leaves louder. */
const expectEcho = (page: Page): Promise<void> =>
  expect.poll(async () => (await heardInPage(page, 1900)).level, { intervals: [100] }).toBeGreaterThan(0.005);

async function openCheck({ page }: ConsolePage): Promise<void> {
  await page.getByRole('button', { name: /^Your status/ }).click();
  await page.getByRole('button', { name: 'Run the desk check' }).click();
  await expect(heading(page)).toBeVisible();
}

test('the desk check hears the microphone, plays, rings and calls itself; what it measured is kept', async ({
  signIn,
  frontdesk,
}) => {
  const mira = await signIn('mira');
  const { page } = mira;
  await openCheck(mira);
  await expect(row(page, 'Microphone')).toContainText('We hear you clearly');
  await expect(row(page, 'Notifications')).toContainText('Works');
  for (const [name, press] of [
    ['Call audio', 'Play a voice'],
    ['Ringer', 'Ring once'],
  ] as const) {
    await row(page, name).getByRole('button', { name: press }).click();
    await row(page, name).getByRole('button', { name: 'I heard it' }).click();
    await expect(row(page, name)).toContainText('Works');
  }
  await expect(page.getByText('4 of 5 work')).toBeVisible();

  await page.getByRole('button', { name: 'Call the echo test' }).click();
  await expect(page.getByText('Say a few words: after a beep you hear yourself')).toBeVisible();
  await expectEcho(page);
  expect(await metric(frontdesk.url, 'frontdesk_live_calls')).toBe(0);
  await expect(row(page, 'Test call')).toContainText(
    /Both directions heard · \d+ ms · loss 0\.\d % · direct connection/,
  );
  await expect(page.getByText('5 of 5 work')).toBeVisible();
  await page.getByRole('button', { name: 'Start shift' }).click();
  await mira.expectReady();

  await page.goto(`${frontdesk.url}/settings/audio`);
  const facts = row(page, 'Test call');
  await expect(facts).toContainText('Direct, UDP');
  await expect(facts).toContainText(/Today \d/);
});

test('a caller rings through a test call, is answered from the strip, and the test says why it ended', async ({
  signIn,
  caller,
}) => {
  const mira = await signIn('mira');
  const { page } = mira;
  await openCheck(mira);
  await page.getByRole('button', { name: 'Call the echo test' }).click();
  await expectEcho(page);
  const carla = await caller('Carla Check');
  await dial(carla);
  await expect(row(page, 'Test call')).toContainText('The test was cut short');
  await mira.button('Answer', 'Carla Check').click();
  await mira.expectHears(callerHz);
  await page.getByRole('button', { name: 'Call again' }).click();
  await expect(row(page, 'Test call')).toContainText('This desk has a call. Try again when it is over.');
  await page.keyboard.press('Escape');
  await expect(mira.active('Carla Check')).toBeVisible();
});

test('the desk check has no accessibility violation in either theme', async ({ signIn }) => {
  test.setTimeout(120_000);
  const mira = await signIn('mira');
  const { page } = mira;
  await openCheck(mira);
  await row(page, 'Ringer').getByRole('button', { name: 'Ring once' }).click();
  await expectAccessible(page);
});

test.describe('a browser that still has something to ask', () => {
  test.use({ permissions: ['microphone'] });

  test('offers the check once on this computer', async ({ openBrowser, frontdesk }) => {
    const context = await openBrowser();
    const page = await context.newPage();
    // Chromium without a screen never asks for notifications; a person's does.
    await page.addInitScript(() => Object.defineProperty(Notification, 'permission', { get: () => 'default' }));
    await new SignInPage(page).open(frontdesk.url);
    await new SignInPage(page).signIn('mira@nordkap.example');
    await expect(heading(page)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Allow notifications' })).toBeVisible();
    await page.keyboard.press('Escape');
    await new ConsolePage(page).expectReady();
    await page.reload();
    await new ConsolePage(page).expectReady();
    await page.goto(`${frontdesk.url}/check`);
    await page.getByRole('button', { name: 'Start shift' }).click();
    await new ConsolePage(page).expectReady();
    const other = await context.newPage();
    await page.close();
    await other.addInitScript(() => Object.defineProperty(Notification, 'permission', { get: () => 'default' }));
    await other.goto(frontdesk.url);
    await new ConsolePage(other).expectReady();
  });
});
