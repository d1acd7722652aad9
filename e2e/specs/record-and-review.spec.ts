import { dial } from '../support/call.ts';
import { answering, expect, farEndHz, test } from '../support/far-end.ts';
import { callerHz } from '../support/fixtures.ts';
import { silence } from '../../caller/media/audio-source.ts';
import { expectSpokenTo, speak, waitForTone } from '../support/hearing.ts';
import { openLine } from '../support/messages.ts';

test('from a recorded call and a message after hours to what the audit log tells, by the pages alone', async ({
  signIn,
  caller,
  farEnd,
  frontdesk,
}) => {
  test.setTimeout(180_000);
  const [mira, tomas] = [await signIn('mira'), await signIn('tomas')];
  const { page } = mira;

  await test.step('a call is recorded, paused, and reviewed', async () => {
    const rita = await caller('Rita Reviewed');
    await dial(rita);
    await mira.answer('Rita Reviewed');
    await page.keyboard.press('Alt+r');
    const card = mira.active('Rita Reviewed');
    await expect(card.getByText('Recording', { exact: true })).toBeVisible();
    await mira.expectHears(callerHz);
    await page.keyboard.press('Alt+r');
    await expect(card.getByText('Recording paused')).toBeVisible();
    await page.keyboard.press('Alt+r');
    await expect(card.getByText('Recording', { exact: true })).toBeVisible();
    await mira.button('Hang up', 'Rita Reviewed').click();
    await page.getByRole('link', { name: /^Recordings/ }).click();
    await page.getByRole('link', { name: /Rita Reviewed/ }).click();
    const open = page.getByRole('region', { name: 'Recording of Rita Reviewed' });
    await open.getByRole('button', { name: 'Play' }).click();
    await open.getByRole('button', { name: /^Jump to .*Paused/ }).click();
    await expect(open.getByText(/Paused 0:\d\d to 0:\d\d\./)).toBeVisible();
  });

  const number = '+16505553171';
  await test.step('a message after hours is counted, and whoever left it called back', async () => {
    await openLine(tomas.page, frontdesk, { id: 'night', number: '5550173', closed: true });
    const noor = await caller('Noor Nightfall', { plays: silence(), number });
    await noor.dial('5550173');
    await expectSpokenTo(noor);
    await waitForTone(noor);
    await speak(noor, callerHz, 2500);
    await noor.hangUp();
    await expect(page.getByRole('link', { name: /^Recordings.*1/ })).toBeVisible();
    await page.getByRole('link', { name: /Noor Nightfall.*New/ }).click();
    farEnd.add(number, answering());
    const open = page.getByRole('region', { name: 'Recording of Noor Nightfall' });
    await open.getByRole('button', { name: 'Call Noor Nightfall back' }).click();
    await mira.expectHears(farEndHz);
    await (await farEnd.called(number)).hangUp();
    await page.getByRole('link', { name: /^Recordings/ }).click();
    await page.getByRole('link', { name: /Noor Nightfall/ }).click();
    await open.getByRole('button', { name: 'Mark handled' }).click();
    await expect(page.getByRole('link', { name: /^Recordings$/ })).toBeVisible();
  });

  await test.step('the audit log says who heard what', async () => {
    await tomas.page.getByRole('link', { name: 'Admin' }).click();
    await tomas.page.getByRole('link', { name: 'Audit log' }).click();
    await expect(tomas.page.getByRole('heading', { name: 'Audit log' })).toBeVisible();
    const heard = tomas.page.getByRole('row', { name: /Heard a recording.*Mira Petrović.*Rita Reviewed/ });
    await expect(heard).toBeVisible();
  });
});
