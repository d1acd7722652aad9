import { dial, expectCallerHears } from '../support/call.ts';
import { crashDatabase, crashPbx, health } from '../support/engines.ts';
import { expect, microphoneHz, test } from '../support/fixtures.ts';

test('the PBX crashes while nobody calls: the page says so, and the next call is answered', async ({
  signIn,
  caller,
  frontdesk,
}) => {
  const mira = await signIn('mira');
  const seen = await mira.watchConnection();
  // It is back in less than a second: a page that is busy just then has nothing to say of it.
  await expect(async () => {
    await crashPbx(frontdesk);
    await expect.poll(seen).toContainEqual(expect.stringMatching(/phoneSystemDown|reconnecting/));
  }).toPass({ timeout: 40_000 });
  await expect(mira.connection).toHaveAttribute('data-connection', 'connected', { timeout: 30_000 });
  await expect.poll(async () => (await health(frontdesk.url)).status).toBe('ok');
  const pia = await caller('Pia After');
  await dial(pia);
  await mira.answer('Pia After');
  await expectCallerHears(pia, microphoneHz);
});

test('the database crashes while nobody calls: it comes back by itself, and the next call is answered', async ({
  signIn,
  caller,
  frontdesk,
}) => {
  const mira = await signIn('mira');
  await crashDatabase(frontdesk);
  await expect.poll(async () => (await health(frontdesk.url)).status).toBe('degraded');
  await expect.poll(async () => (await health(frontdesk.url)).status, { timeout: 30_000 }).toBe('ok');
  const dan = await caller('Dan After');
  await dial(dan);
  await mira.answer('Dan After');
  await expectCallerHears(dan, microphoneHz);
});

test('a page that is reloaded in mid-call does not cut the caller off, and goes back into the call', async ({
  signIn,
  caller,
}) => {
  const mira = await signIn('mira');
  const rea = await caller('Rea Joins');
  await dial(rea);
  await mira.answer('Rea Joins');
  await expectCallerHears(rea, microphoneHz);
  await mira.page.reload();
  await mira.button('Rejoin', 'Rea Joins').click();
  await expect(mira.active('Rea Joins')).toBeVisible();
  await expectCallerHears(rea, microphoneHz);
});
