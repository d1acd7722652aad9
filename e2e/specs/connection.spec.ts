import { dial, expectCallerHears, expectCallerHearsNothing } from '../support/call.ts';
import { openCuttableProxy, type CuttableProxy } from '../support/cuttable-proxy.ts';
import { callerHz, expect, microphoneHz, test } from '../support/fixtures.ts';
import { expectHearsOn, expectSpokenTo } from '../support/hearing.ts';
import { metric } from '../support/metrics.ts';
import { signInAt } from '../support/sign-in-at.ts';
import { openWindow } from '../support/windows.ts';

/** Mends the network and waits until that many consoles can ring, as the server has it. */
async function mended(proxy: CuttableProxy, url: string, consoles: number): Promise<number> {
  await expect.poll(() => metric(url, 'frontdesk_ready_consoles')).toBe(0);
  const at = Date.now();
  proxy.mend();
  await expect.poll(() => metric(url, 'frontdesk_ready_consoles'), { intervals: [25] }).toBe(consoles);
  return Date.now() - at;
}

test('cuts of 1 s, 5 s and 30 s, idle and in a call: the sound goes on, and the desks come back by themselves', async ({
  openBrowser,
  caller,
  frontdesk,
  atTheEnd,
}) => {
  test.setTimeout(120_000);
  const proxy = await openCuttableProxy(frontdesk.url);
  atTheEnd('browser', proxy.close);
  const mira = await signInAt(await openBrowser(), proxy.origin, 'mira');
  const browser = await openBrowser();
  const ana = await signInAt(browser, proxy.origin, 'ana');
  const secondWindow = await openWindow(browser, proxy.origin);
  const iris = await caller('Iris Incall');
  await dial(iris);
  await ana.answer('Iris Incall');
  await expectCallerHears(iris, microphoneHz);
  await ana.expectHears(callerHz);
  const backAfter: number[] = [];

  // A second: nobody need ever know.
  const seen = await mira.watchConnection();
  proxy.cut();
  await expectHearsOn(iris, microphoneHz, 1000);
  backAfter.push(await mended(proxy, frontdesk.url, 2));
  await ana.expectHears(callerHz);

  // Five: it is said, and what needs no server works.
  let cutAt = Date.now();
  proxy.cut();
  await expect(ana.connection).toHaveAttribute('data-connection', 'reconnecting');
  await expect(ana.page.getByText(/Lost at \d/)).toBeVisible();
  await ana.button('Mute', 'Iris Incall').click();
  await expectCallerHearsNothing(iris);
  await ana.page.getByLabel('Note for Iris Incall').fill('written without a network');
  await ana.button('Unmute', 'Iris Incall').click();
  await iris.until(() => Date.now() - cutAt >= 4000, 5000, 'nearly the end of the cut');
  await expectHearsOn(iris, microphoneHz, 1000);
  await ana.expectHears(callerHz);
  await ana.button('Mute', 'Iris Incall').click();
  backAfter.push(await mended(proxy, frontdesk.url, 2));
  // Muted without a network, and known to the other window when it is back. By the keyboard: the banner has just gone,
  // and a card that has moved ignores the mouse for a moment.
  await secondWindow.button('Unmute', 'Iris Incall').press('Enter');
  await expectCallerHears(iris, microphoneHz);
  await expect(ana.button('Mute', 'Iris Incall')).toBeVisible();
  await expect(ana.connection).toHaveAttribute('data-connection', 'connected');
  await expect(ana.active('Iris Incall')).toContainText('Saved');
  await expect(mira.page.getByText(/missed while you were away/)).toHaveCount(0);

  // Thirty: a caller comes and goes unheard, and whoever was on the line is kept with music.
  cutAt = Date.now();
  proxy.cut();
  const mona = await caller('Mona Missed');
  await dial(mona);
  await expectSpokenTo(mona);
  await mona.hangUp();
  await iris.until(() => !iris.hears(microphoneHz), 15_000, 'music');
  await iris.until(() => Date.now() - cutAt >= 30_000, 30_000, 'the end of the cut');
  backAfter.push(await mended(proxy, frontdesk.url, 2));
  await expect(mira.page.getByRole('region', { name: '1 call missed while you were away' })).toContainText(
    'Mona Missed',
  );
  await expect(mira.card('Mona Missed')).toHaveCount(0);
  await ana.button('Rejoin', 'Iris Incall').press('Enter');
  await expectCallerHears(iris, microphoneHz);
  await ana.expectHears(callerHz);
  expect(await seen()).toContain('reconnecting');

  test.info().annotations.push({ type: 'mended → registered (ms)', description: backAfter.join(', ') });
});

test('a computer whose clock is ten minutes fast shows the right waiting and call times', async ({
  openBrowser,
  caller,
  frontdesk,
}) => {
  const context = await openBrowser();
  await context.addInitScript(() => {
    const fastMs = 600_000;
    const RealDate = Date;
    class FastDate extends RealDate {
      constructor(at: number = FastDate.now()) {
        super(at);
      }
      static override now(): number {
        return RealDate.now() + fastMs;
      }
    }
    Reflect.set(globalThis, 'Date', FastDate);
  });
  const mira = await signInAt(context, frontdesk.url, 'mira');
  const cleo = await caller('Cleo Clock');
  await dial(cleo);
  await expect(mira.ringing('Cleo Clock').getByRole('timer')).toHaveText(/^0:0\d$/);
  await mira.answer('Cleo Clock');
  const time = mira.active('Cleo Clock').getByRole('timer');
  await expect(time).toHaveText(/^0:0[2-9]$/);
  await expect(mira.active('Cleo Clock')).toContainText(/answered after 0:0\d/);
  await expect(mira.page.locator('[data-quality]')).toHaveText('Good');
});
