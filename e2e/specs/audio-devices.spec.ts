import { ConsolePage } from '../pages/console-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { dial, expectCallerHears } from '../support/call.ts';
import { callerHz, expect, microphoneHz, test } from '../support/fixtures.ts';
import { plug, plugMicrophones, unplug } from '../support/plugged-microphones.ts';

const jabraHz = 660;
const jabra = { name: 'Jabra Evolve2 65', hz: jabraHz };
const macBook = { name: 'MacBook microphone', hz: null };

test('a desk without any microphone says so before the first call, and takes one that is plugged in', async ({
  openBrowser,
  frontdesk,
}) => {
  const context = await openBrowser();
  await plugMicrophones(context, [jabra]);
  await context.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => {
      dispatchEvent(new CustomEvent('test-unplug', { detail: 'Jabra Evolve2 65' }));
    }),
  );
  const page = await context.newPage();
  await new SignInPage(page).open(frontdesk.url);
  await new SignInPage(page).signIn('mira@nordkap.example');
  const warning = page.getByRole('region', { name: 'No microphone is connected.' });
  await expect(warning).toBeVisible();
  await expect(page.getByRole('button', { name: 'Look again' })).toBeVisible();
  await plug(page, jabra.name);
  await expect(warning).toBeHidden();
  await new ConsolePage(page).expectReady();
});

test('a headset that is unplugged in a call is replaced, and taken back: the caller goes on hearing the desk', async ({
  openBrowser,
  frontdesk,
  caller,
}) => {
  const context = await openBrowser();
  await plugMicrophones(context, [jabra, macBook]);
  const page = await context.newPage();
  await new SignInPage(page).open(frontdesk.url);
  await new SignInPage(page).signIn('mira@nordkap.example');
  const console = new ConsolePage(page);
  await console.expectReady();
  const henrik = await caller('Henrik Aas');
  await dial(henrik);
  await console.answer('Henrik Aas');
  await expectCallerHears(henrik, jabraHz);

  await unplug(page, jabra.name);
  const sentence = 'Jabra Evolve2 65 was unplugged. Using MacBook microphone.';
  await expect(page.getByRole('region', { name: 'Audio devices changed' })).toContainText(sentence);
  await expect(page.getByTestId('spoken-assertive')).toContainText(sentence);
  await expectCallerHears(henrik, microphoneHz);
  await console.expectHears(callerHz);

  await plug(page, jabra.name);
  await expectCallerHears(henrik, jabraHz);
  await expect(page.getByTestId('spoken-polite')).toContainText('Jabra Evolve2 65 is back, and in use again.');

  // By choice, in the middle of the call.
  await page.getByRole('button', { name: 'Audio devices' }).click();
  await page.getByRole('combobox', { name: 'Microphone' }).selectOption('MacBook microphone');
  await expectCallerHears(henrik, microphoneHz);
  await page.keyboard.press('Escape');
  await console.button('Hang up', 'Henrik Aas').click();
  await henrik.ended();
});

test('callers and the ringer are heard through the devices chosen in the settings, also after a reload', async ({
  signIn,
  frontdesk,
}) => {
  const { page } = await signIn('mira');
  await page.goto(new URL('/settings/audio', frontdesk.url).href);
  await page.getByRole('combobox', { name: 'Call audio' }).selectOption('Fake Audio Output 1');
  await page.getByRole('combobox', { name: 'Ringer' }).selectOption('Fake Audio Output 2');
  await page.getByRole('slider', { name: 'Call volume' }).fill('50');
  const sink = () =>
    page.getByTestId('remote-audio').evaluate((element) => {
      if (!(element instanceof HTMLAudioElement)) throw new Error('callers are played by no audio element');
      return { isChosen: element.sinkId !== '', volume: element.volume };
    });
  expect(await sink()).toEqual({ isChosen: true, volume: 0.25 });
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Ringer' }).locator('option:checked')).toHaveText(
    'Fake Audio Output 2',
  );
  await expect.poll(sink).toEqual({ isChosen: true, volume: 0.25 });
  await page.getByRole('button', { name: 'Play a voice' }).click();
  await page.getByRole('button', { name: 'Play the ring tone of Sales' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
});
