import type { Page } from '@playwright/test';
import { dial, expectCallerHears } from '../support/call.ts';
import { expect, test as base } from '../support/fixtures.ts';
import { startInstance } from '../support/instance.ts';
import { startVoiceProvider, type VoiceProvider } from '../support/voice-provider.ts';

const voiceHz = 880;

/** A Frontdesk that has a provider of voices besides its own. */
const test = base.extend<object, { readonly provider: VoiceProvider }>({
  provider: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const provider = await startVoiceProvider(voiceHz);
      await use(provider);
      await provider.close();
    },
    { scope: 'worker' },
  ],
  frontdesk: [
    async ({ provider }, use, { workerIndex }) => {
      const env = { FRONTDESK_OPENAI_SPEECH_URL: provider.url, FRONTDESK_OPENAI_SPEECH_VOICES: 'alloy' };
      const instance = await startInstance({ workerIndex, env });
      await use(instance);
      await instance.dispose();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** Writes a reply; resolves to the way to send it. */
async function write(page: Page, name: string, text: string, voice: string): Promise<() => Promise<void>> {
  await page.getByRole('button', { name: `Reply busy to ${name}` }).click();
  const window = page.getByRole('dialog', { name: `Reply to ${name}` });
  const message = window.getByRole('textbox');
  // Where nothing was written yet a template comes from the server: not in the middle of what is written.
  await expect(message).not.toHaveValue('');
  await message.fill(text);
  await window.getByLabel('Voice').selectOption(voice);
  return async () => {
    await window.getByRole('button', { name: 'Send reply' }).click();
    await expect(window).toBeHidden();
  };
}

test('a voice of the network speaks to the caller, and when it is out of reach the usual one does', async ({
  signIn,
  caller,
  provider,
}) => {
  const { page } = await signIn('mira');
  const nora = await caller('Nora Network');
  await dial(nora);
  const sendToNora = await write(
    page,
    'Nora Network',
    'A colleague of mine calls you back at noon.',
    'openai:alloy@en',
  );
  await sendToNora();
  await nora.answered(15_000);
  await expectCallerHears(nora, voiceHz);
  expect(provider.asked).toContain('A colleague of mine calls you back at noon.');
  await nora.hangUp();

  const otto = await caller('Otto Out');
  await dial(otto);
  const sendToOtto = await write(page, 'Otto Out', 'A colleague of mine calls you back at one.', 'openai:alloy@en');
  // From now on it is out of reach: one that is known to be is not offered.
  provider.refuse();
  const sent = page.waitForResponse((response) => response.url().endsWith('/reply'));
  await sendToOtto();
  expect(await (await sent).json()).toMatchObject({ voice: 'rms', fellBack: true });
  await otto.answered(15_000);
  await expect(page.getByText('Another voice speaks to them: the one you chose is out of reach.')).toBeVisible();
  await otto.until(() => otto.level({ windowMs: 300 }) > 0.01, 10_000, 'a voice');
  expect(otto.hears(voiceHz)).toBe(false);
  await otto.hangUp();
});
