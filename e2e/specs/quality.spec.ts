import type { Page } from '@playwright/test';
import { dial, expectCallerHears } from '../support/call.ts';
import { expect, microphoneHz, test } from '../support/fixtures.ts';
import { createStoppableClock } from '../support/stoppable-clock.ts';

const badge = (page: Page) => page.locator('[data-quality]');
const cannotHear = 'You can’t hear the caller';
const notHeard = 'Caller can’t hear you';

/** What a test may wait for: three seconds, and the moments until it is painted and asked for. */
const threeSeconds = { timeout: 3500 };

/** Everything that is said assertively from now on: a live region keeps its words for four seconds only. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Reflect.set(window, 'saidAssertively', said);
    const note = (): void => {
      for (const region of document.querySelectorAll('[aria-live="assertive"], [role="alert"]')) {
        const text = region.textContent;
        if (text !== '' && said.at(-1) !== text) said.push(text);
      }
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate((): readonly string[] => Reflect.get(window, 'saidAssertively'));
}

test('the sound of a call is said in words; one-way audio within three seconds, either way; and it is kept', async ({
  signIn,
  caller,
  frontdesk,
}) => {
  const mira = await signIn('mira');
  const { page } = mira;
  const clock = createStoppableClock();
  const wanda = await caller('Wanda Oneway', { clock });
  await dial(wanda);
  await mira.answer('Wanda Oneway');
  await expectCallerHears(wanda, microphoneHz);
  await expect(badge(page)).toHaveText('Good');
  const callId = await mira.active('Wanda Oneway').getAttribute('data-call');
  const said = await listen(page);

  await badge(page).click();
  const figures = page.getByRole('region', { name: 'Sound of this call' });
  await expect(figures).toContainText('Lost on the way to them0 %');
  await expect(figures).toContainText(/There and back\d+ ms/);
  await page.keyboard.press('Escape');

  clock.stop();
  await expect(badge(page)).toHaveText(cannotHear, threeSeconds);
  await expect(page.getByRole('region', { name: `${cannotHear}.` })).toContainText('say that you will call back');
  await expect.poll(said).toContainEqual('You can’t hear Wanda Oneway.');
  clock.go();
  await expect(badge(page)).toHaveText('Good');

  // The headset is unplugged, as far as this call is concerned.
  await page.evaluate(() => {
    const sent = document.querySelector<HTMLAudioElement>('[data-testid="local-audio"]')?.srcObject;
    if (sent instanceof MediaStream) for (const track of sent.getTracks()) track.stop();
  });
  await expect(badge(page)).toHaveText(notHeard, threeSeconds);
  await expect.poll(said).toContainEqual('Wanda Oneway can’t hear you.');
  await mira.button('Mute', 'Wanda Oneway').click();
  await expect(badge(page)).toHaveText('Good', threeSeconds);

  await mira.button('Hang up', 'Wanda Oneway').click();
  await wanda.ended();
  const kept = async () => (await page.request.get(`${frontdesk.url}/api/v1/calls/${callId}`)).json();
  await expect.poll(kept).toMatchObject({ quality: [{ lost: 0 }] });
  expect((await kept()).quality[0].oneWaySeconds).toBeGreaterThan(0.9);
});
