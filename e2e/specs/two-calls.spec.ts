import { tone } from '../../caller/media/audio-source.ts';
import type { SipCaller } from '../../caller/sip-caller.ts';
import { dial, expectCallerHears } from '../support/call.ts';
import { callerHz, expect, microphoneHz, test } from '../support/fixtures.ts';

const secondHz = 660;

/** Something is played to the caller, and the receptionist's microphone is not in it. */
async function expectCallerHearsMusic(caller: SipCaller): Promise<void> {
  await caller.until(
    () => caller.level({ windowMs: 500 }) > 0.003 && caller.toneStrength(microphoneHz, { windowMs: 500 }) < 0.2,
    10_000,
    'music without the microphone',
  );
}

test('on hold the caller hears music and no microphone, and after it both hear each other again', async ({
  signIn,
  caller,
}) => {
  const mira = await signIn('mira');
  const holly = await caller('Holly Hold');
  await dial(holly);
  await mira.answer('Holly Hold');
  await expectCallerHears(holly, microphoneHz);

  await mira.page.keyboard.press('F8');
  await expect(mira.held('Holly Hold')).toBeVisible();
  await expectCallerHearsMusic(holly);
  await mira.expectHearsNothing();

  await mira.page.keyboard.press('F8');
  await expect(mira.active('Holly Hold')).toBeVisible();
  await expectCallerHears(holly, microphoneHz);
  await mira.expectHears(callerHz);
});

test('a second call is answered while the first is on, which is held, and the two are swapped', async ({
  signIn,
  caller,
}) => {
  const mira = await signIn('mira');
  const [first, second] = [await caller('First Caller'), await caller('Second Caller', { plays: tone(secondHz) })];
  await dial(first);
  await mira.answer('First Caller');
  await expectCallerHears(first, microphoneHz);

  await dial(second);
  await expect(mira.button('Answer', 'Second Caller')).toBeVisible();
  await mira.page.keyboard.press('F2');
  await expect(mira.active('Second Caller')).toBeVisible();
  await expect(mira.held('First Caller')).toBeVisible();
  await second.answered();
  await expectCallerHears(second, microphoneHz);
  await expectCallerHearsMusic(first);
  await mira.expectHears(secondHz);

  await mira.page.keyboard.press('Shift+F8');
  await expect(mira.active('First Caller')).toBeVisible();
  await expect(mira.held('Second Caller')).toBeVisible();
  await expectCallerHears(first, microphoneHz);
  await expectCallerHearsMusic(second);
  await mira.expectHears(callerHz);
});

test('the keypad’s keys arrive at the caller, pressed or typed', async ({ signIn, caller }) => {
  const mira = await signIn('mira');
  const dora = await caller('Dora Digits');
  await dial(dora);
  await mira.answer('Dora Digits');
  await expectCallerHears(dora, microphoneHz);
  await mira.page.keyboard.press('Alt+K');
  const keypad = mira.page.getByRole('region', { name: 'Keypad for Dora Digits' });
  // By key: a press of the mouse is ignored for a moment where something has just come.
  await keypad.getByRole('button', { name: '2', exact: true }).press('Enter');
  await mira.page.keyboard.type('4711#');
  await expect(keypad.getByRole('status')).toHaveText('2 4 7 1 1 #');
  await expect.poll(() => dora.digits).toBe('24711#');
});

test('a note is saved by itself, goes on through a hold, and outlives a reload', async ({ signIn, caller }) => {
  const mira = await signIn('mira');
  const nora = await caller('Nora Note');
  await dial(nora);
  await mira.answer('Nora Note');
  await mira.page.keyboard.press('Alt+N');
  await mira.page.keyboard.type('Asks for Ingrid');
  const note = mira.page.getByRole('textbox', { name: 'Note for Nora Note' });
  await expect(note).toHaveAccessibleDescription('Saved');
  await mira.page.keyboard.press('F8');
  await expect(mira.held('Nora Note')).toBeVisible();
  await expect(note).toHaveValue('Asks for Ingrid');
  await mira.page.reload();
  await expect(note).toHaveValue('Asks for Ingrid');
});

test('who called before is told so on the next call, with the note that was still being written when they hung up', async ({
  signIn,
  caller,
}) => {
  const mira = await signIn('mira');
  const greta = await caller('Greta Again');
  await dial(greta);
  await expect(mira.card('Greta Again')).toContainText('First call');
  await mira.answer('Greta Again');
  await mira.page.keyboard.press('Alt+N');
  await mira.page.keyboard.type('Asks for');
  await greta.hangUp();
  await expect(mira.page.getByRole('article', { name: 'Ended, Greta Again' })).toBeVisible();
  await mira.page.keyboard.type(' Ingrid');
  await expect(mira.page.getByRole('textbox', { name: 'Note for Greta Again' })).toHaveAccessibleDescription('Saved');
  await dial(greta);
  await expect(mira.ringing('Greta Again')).toContainText(/Last call today at \d+:\d\d(\s[AP]M)? with Mira/);
  await expect(mira.ringing('Greta Again')).toContainText('“Asks for Ingrid”');
});
