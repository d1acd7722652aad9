import type { Locator, Page } from '@playwright/test';
import type { ConsolePage } from '../pages/console-page.ts';
import { dial } from '../support/call.ts';
import { expect, test } from '../support/fixtures.ts';

/** The server counts a page as asleep 5 s after its last word, and pages speak every two seconds. */
const noticedWithin = { timeout: 6500 };

/**
 * Stands the page still as a freeze does: none of its own code runs, while its browser keeps the connections open and
 * what comes in waits. By the debugger, because a browser that is driven by Playwright never counts a page as hidden,
 * and so does not freeze one when it is told to (Page.setWebLifecycleState). Answers the way to wake it.
 */
async function freeze(page: Page): Promise<() => Promise<void>> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Debugger.enable');
  const stands = new Promise((resolve) => void browser.once('Debugger.paused', resolve));
  await browser.send('Debugger.pause');
  await stands;
  return async () => {
    await browser.send('Debugger.disable');
    await browser.detach();
  };
}

/** How a colleague stands, in the people lane of another. */
const row = ({ page }: ConsolePage, name: string): Locator =>
  page.getByRole('region', { name: 'People' }).getByRole('listitem').filter({ hasText: name });

test('a frozen page is not rung and is shown as offline; when it wakes it says whom it missed, and rings again', async ({
  signIn,
  caller,
  frontdesk,
}) => {
  const mira = await signIn('mira');
  const ana = await signIn('ana');
  await expect(row(ana, 'Mira Petrović')).toContainText('Available');
  const wake = await freeze(mira.page);
  const frozenAt = Date.now();
  await expect(row(ana, 'Mira Petrović')).toContainText('Offline', noticedWithin);
  test.info().annotations.push({ type: 'frozen → offline (ms)', description: String(Date.now() - frozenAt) });

  const fred = await caller('Fred Frozen');
  await dial(fred);
  await expect(ana.ringing('Fred Frozen')).toBeVisible();
  const { calls } = await (await ana.page.request.get(`${frontdesk.url}/api/v1/calls?limit=1`)).json();
  expect(calls[0].offers.map(({ name }: { readonly name: string }) => name)).toEqual(['Ana Lindqvist']);
  await fred.cancel();
  await expect(ana.ringing('Fred Frozen')).toBeHidden();

  await wake();
  const missed = mira.page.getByRole('region', { name: '1 call missed while you were away' });
  await expect(missed).toContainText('Fred Frozen');
  await expect(mira.page.getByRole('article')).toHaveCount(0);
  await expect(row(ana, 'Mira Petrović')).toContainText('Available');
  await missed.getByRole('button', { name: /^Dismiss/ }).click();
  await expect(missed).toBeHidden();

  const wanda = await caller('Wanda Wake');
  await dial(wanda);
  await expect(mira.ringing('Wanda Wake')).toBeVisible();
  await wanda.cancel();
});
