import { callerHz, expect, test } from '../support/fixtures.ts';
import { dial } from '../support/call.ts';
import { expectNoViolation } from '../support/gallery-test.ts';
import { earsOf, playedTo, tapPlayer } from '../support/tap-player.ts';

test('a call recorded from its card is in the list as soon as it ends, and both voices are heard apart', async ({
  signIn,
  caller,
}) => {
  test.setTimeout(120_000);
  const mira = await signIn('mira');
  const { page } = mira;
  await tapPlayer(page);
  await page.reload();
  await mira.expectReady();
  const petter = await caller('Petter Berg');
  await dial(petter);
  await mira.answer('Petter Berg');
  const card = mira.active('Petter Berg');

  await test.step('record, pause and resume', async () => {
    await card.getByRole('button', { name: 'Record the call with Petter Berg' }).click();
    await expect(card.getByText('Recording', { exact: true })).toBeVisible();
    await mira.expectHears(callerHz);
    await page.keyboard.press('Alt+r');
    await expect(card.getByText('Recording paused')).toBeVisible();
    await expect(page.getByText('Recording paused.')).toBeAttached();
    await page.keyboard.press('Alt+r');
    await expect(card.getByText('Recording', { exact: true })).toBeVisible();
    // What is played below has to last: until the call has been talked for eight seconds.
    await expect(card.getByRole('timer')).toHaveText(/0:(0[89]|[1-5]\d)/, { timeout: 20_000 });
  });

  const row = page.getByRole('link', { name: /Petter Berg/ });
  await test.step('it is in the list without a reload', async () => {
    await page.getByRole('link', { name: /^Recordings/ }).click();
    await expect(page.getByRole('heading', { name: 'Recordings and voicemail' })).toBeVisible();
    await expect(row).toHaveCount(0);
    await petter.hangUp();
    await expect(row).toBeVisible();
  });

  const open = page.getByRole('region', { name: 'Recording of Petter Berg' });
  await test.step('it plays, and a muted channel is silent', async () => {
    await row.press('Enter');
    await expect(open).toBeVisible();
    await expect(page).toHaveURL(/\/recordings\/[0-9a-f]{32}$/);
    await open.getByRole('button', { name: 'Mute the reception’s channel' }).click();
    await open.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => playedTo(page), { intervals: [100] }).toBeGreaterThan(0.3);
    await expect
      .poll(async () => (await earsOf(page)) ?? [], { message: 'caller left, nobody right', intervals: [50] })
      .toEqual([expect.any(Number), 0]);
    await expect.poll(async () => (await earsOf(page))?.[0] ?? 0, { intervals: [50] }).toBeGreaterThan(0.01);
  });

  await test.step('a mark is jumped to', async () => {
    const jump = open.getByRole('button', { name: /^Jump to .*Paused/ });
    await jump.click();
    await expect.poll(() => playedTo(page), { intervals: [50] }).toBeGreaterThan(0.5);
    await expect(open.getByText(/Paused 0:\d\d to 0:\d\d\./)).toBeVisible();
  });

  await expectNoViolation(page, 'recordings');
});
