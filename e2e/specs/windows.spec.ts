import type { SipCaller } from '../../caller/sip-caller.ts';
import type { ConsolePage } from '../pages/console-page.ts';
import { dial, expectCallerHears, expectCallerHearsNothing } from '../support/call.ts';
import { callerHz, expect, microphoneHz, test } from '../support/fixtures.ts';
import { crash, expectHasPhone, openWindows, rings } from '../support/windows.ts';

/** Something is played to the caller, and the receptionist's microphone is not in it. */
const expectMusic = (caller: SipCaller): Promise<void> =>
  caller.until(
    () => caller.level({ windowMs: 500 }) > 0.003 && caller.toneStrength(microphoneHz, { windowMs: 500 }) < 0.2,
    10_000,
    'music without the microphone',
  );

const expectRinging = (window: ConsolePage, is: boolean): Promise<void> =>
  expect.poll(() => rings(window), { message: is ? 'rings' : 'is silent', intervals: [50] }).toBe(is);

test.describe('three windows of one browser', () => {
  test('one rings, all show the call, and it stops in all of them at once', async ({
    openBrowser,
    frontdesk,
    caller,
  }) => {
    const windows = await openWindows(await openBrowser(), frontdesk.url, 3);
    const [first, second, third] = three(windows);
    const tara = await caller('Tara Three');
    await dial(tara);
    for (const window of windows) await expect(window.ringing('Tara Three')).toBeVisible();
    await expectRinging(first, true);
    expect(await Promise.all([second, third].map(rings))).toEqual([false, false]);
    await expect(second.connection).toHaveText('Phone in another window');
    await expect(third.connection).toHaveText('Phone in another window');

    await tara.cancel();
    for (const window of windows) await expect(window.ringing('Tara Three')).toBeHidden();
    await expectRinging(first, false);
  });

  test('a call is answered, muted, held and hung up from the windows without the telephone', async ({
    openBrowser,
    frontdesk,
    caller,
  }) => {
    const windows = await openWindows(await openBrowser(), frontdesk.url, 3);
    const [first, second, third] = three(windows);
    const wanda = await caller('Wanda Window');
    await dial(wanda);
    await second.button('Answer', 'Wanda Window').click();
    for (const window of windows) await expect(window.active('Wanda Window')).toBeVisible();
    await expectRinging(first, false);
    await expectCallerHears(wanda, microphoneHz);
    await first.expectHears(callerHz);
    await Promise.all([second, third].map((window) => window.expectHearsNothing()));

    await second.button('Mute', 'Wanda Window').click();
    await expectCallerHearsNothing(wanda);
    for (const window of windows) await expect(window.button('Unmute', 'Wanda Window')).toBeVisible();
    await first.button('Unmute', 'Wanda Window').click();
    await expectCallerHears(wanda, microphoneHz);
    for (const window of windows) await expect(window.button('Mute', 'Wanda Window')).toBeVisible();
    await third.page.keyboard.press('F10');
    await expectCallerHearsNothing(wanda);
    await third.page.keyboard.press('F10');
    await expectCallerHears(wanda, microphoneHz);

    await third.page.keyboard.press('F8');
    for (const window of windows) await expect(window.held('Wanda Window')).toBeVisible();
    await expectMusic(wanda);
    await second.page.keyboard.press('F8');
    await expectCallerHears(wanda, microphoneHz);

    await third.button('Hang up', 'Wanda Window').click();
    expect((await wanda.ended()).by).toBe('them');
    for (const window of windows) await expect(window.active('Wanda Window')).toBeHidden();
  });

  test('what is written in one is read in the others', async ({ openBrowser, frontdesk, caller }) => {
    const windows = await openWindows(await openBrowser(), frontdesk.url, 2);
    const nora = await caller('Nora Notes');
    await dial(nora);
    const [first, second] = three([...windows, ...windows]);
    await first.answer('Nora Notes');
    const note = ({ page }: ConsolePage) => page.getByRole('textbox', { name: 'Note for Nora Notes' });
    await note(first).fill('Wants the harbour office');
    await expect(note(second)).toHaveValue('Wants the harbour office');
    await note(second).fill('Wants the harbour office, Ingrid');
    await note(second).blur();
    await note(first).blur();
    await expect(note(first)).toHaveValue('Wants the harbour office, Ingrid');
  });
});

test.describe('the window with the telephone goes', () => {
  const ways = {
    'is closed': async ({ page }: ConsolePage): Promise<void> => page.close(),
    crashes: async ({ page }: ConsolePage): Promise<void> => crash(page),
  };

  test('it is closed while it rings: the next one rings on, for new callers too, and is answered', async ({
    openBrowser,
    frontdesk,
    caller,
  }) => {
    const context = await openBrowser();
    const [first, second] = three(await openWindows(context, frontdesk.url, 3));
    const rita = await caller('Rita Ringing');
    await dial(rita);
    await expectRinging(first, true);
    await first.page.close();
    await expectHasPhone(second);
    await expectRinging(second, true);
    const nino = await caller('Nino New');
    await dial(nino);
    await expect(second.ringing('Nino New')).toBeVisible();
    await second.answer('Rita Ringing');
    await expectCallerHears(rita, microphoneHz);
    await second.expectHears(callerHz);
  });

  for (const [how, go] of Object.entries(ways)) {
    test(`it ${how} in a call: the caller hears music, and the next one rejoins`, async ({
      openBrowser,
      frontdesk,
      caller,
    }) => {
      const context = await openBrowser();
      const [first, second, third] = three(await openWindows(context, frontdesk.url, 3));
      const carla = await caller('Carla Call');
      await dial(carla);
      await first.answer('Carla Call');
      await expectCallerHears(carla, microphoneHz);
      await go(first);
      await expect(second.button('Rejoin', 'Carla Call')).toBeVisible();
      await expectMusic(carla);
      await expectHasPhone(second);
      // Any of the windows may say so; the sound is in the one with the telephone.
      await third.button('Rejoin', 'Carla Call').click();
      await expect(second.active('Carla Call')).toBeVisible();
      await expectCallerHears(carla, microphoneHz);
      await second.expectHears(callerHz);
      await third.expectHearsNothing();
    });
  }
});

function three(windows: readonly ConsolePage[]): readonly [ConsolePage, ConsolePage, ConsolePage] {
  const [first, second, third] = windows;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three windows are wanted');
  return [first, second, third];
}
