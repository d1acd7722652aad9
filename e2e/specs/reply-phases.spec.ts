import { silence } from '../../caller/media/audio-source.ts';
import type { SipCaller } from '../../caller/sip-caller.ts';
import { ReplyDesk } from '../pages/reply-desk.ts';
import { dial } from '../support/call.ts';
import { callerHz, expect, test } from '../support/fixtures.ts';
import { expectHeard, expectNoMicrophone, expectSpokenTo, speak, waitForTone } from '../support/hearing.ts';

/** Long enough to be in the middle of it whenever the caller has come to do something. */
const words =
  'I am on another call, and it will take a while. The tickets for the boat of Sunday are here, the ones for the fair will come on Monday. Shall I call you back in an hour?';
const fewWords = 'May I call you back at noon?';
const options =
  'To hear the message again, press 1. To leave a voicemail, press 2. To answer yes, press 3. To answer no, press 4. If it is urgent, and we should call you immediately, press 5. To end the call, press 6.';

/** What a caller does once they are spoken to. */
type Part = (caller: SipCaller, name: string) => Promise<unknown>;
type Parts = Readonly<Record<string, Part>>;

async function expectLetGo(caller: SipCaller, withinMs = 20_000): Promise<void> {
  expect(await caller.ended(withinMs)).toMatchObject({ by: 'them' });
  expectNoMicrophone(caller);
}

/** Those who hang up, each in another phase of the menu. */
const leaving = (desk: ReplyDesk): Parts => ({
  'Lea Listening': (lea) => lea.hangUp(),
  'Cleo Choosing': async (cleo, name) => {
    await expect(desk.playing(name)).toContainText('Choosing an answer', { timeout: 20_000 });
    await cleo.hangUp();
  },
  'Kim Keying': async (kim, name) => {
    await kim.press('56');
    await expect(desk.playing(name)).toContainText('Entering a number');
    await kim.hangUp();
  },
  'Cora Confirming': async (cora, name) => {
    await cora.press('5650#');
    await expect(desk.playing(name)).toContainText('Confirming 650');
    await cora.hangUp();
  },
  'Vera Voicemail': async (vera) => {
    await vera.press('2');
    await waitForTone(vera);
    await speak(vera, callerHz, 2_200);
    await vera.hangUp();
  },
  'Gina Goodbye': async (gina) => {
    await gina.press('3');
    const since = performance.now() + 150;
    await gina.until(() => gina.firstSoundAfter(since) !== undefined, 10_000, 'thanks');
    await gina.hangUp();
  },
});

/** Those who wait until they are let go. */
const staying = (desk: ReplyDesk): Parts => ({
  'Sina Silent': async (sina) => {
    await expectLetGo(sina, 120_000);
    const [message, menu] = [await desk.spoken(fewWords), await desk.spoken(options)];
    expect(sina.heard().length).toBeGreaterThan(message.length + 3 * menu.length);
    await expectHeard(sina, message);
  },
  'Wim Wrong': async (wim) => {
    await wim.press('9');
    await expectHeard(wim, await desk.spoken('Sorry, that key is not one of the options.'));
    await wim.pressByInfo('7');
    await wim.press('*');
    await expectLetGo(wim);
    await expectHeard(wim, await desk.spoken('Goodbye.'));
  },
  'Stan Stopping': async (stan) => {
    await stan.press('2');
    await waitForTone(stan);
    await speak(stan, callerHz, 2_200);
    await expectLetGo(stan);
    await expectHeard(stan, await desk.spoken('Thank you. Your voicemail will be listened to.'));
  },
  'Bea Brief': async (bea, name) => {
    await bea.press('2');
    await waitForTone(bea);
    await bea.pressByInfo('#');
    await expectHeard(bea, await desk.spoken('Sorry, nothing was recorded.'));
    await expect(desk.playing(name)).toContainText('Choosing an answer');
    await bea.press('6');
    await expectLetGo(bea);
  },
  'Olga Own': async (olga, name) => {
    await olga.press('51');
    await expect(desk.playing(name)).toContainText('Confirming +1650555');
    await olga.press('1');
    await expectLetGo(olga);
  },
  // Long before anything is said to them.
  'Fred Fast': async (fred) => {
    await fred.press('54711#1', { durationMs: 100, gapMs: 150 });
    await expectLetGo(fred);
  },
  // All at once.
  'Ines Info': async (ines) => {
    await ines.pressByInfo('56505550177#1');
    await expectLetGo(ines);
  },
});

const nothing = 'Hung up without an answer';
const leaves: Readonly<Record<string, string | RegExp>> = {
  'Lea Listening': nothing,
  'Cleo Choosing': nothing,
  'Kim Keying': nothing,
  'Cora Confirming': nothing,
  'Vera Voicemail': /Left a voicemail, 0:0[2-5]/,
  'Gina Goodbye': 'Yes',
  'Sina Silent': nothing,
  'Wim Wrong': nothing,
  'Stan Stopping': /Left a voicemail, 0:0[2-5]/,
  'Bea Brief': nothing,
  'Olga Own': /Call back on \+1.650.555/,
  'Fred Fast': 'Call back on 4711',
  'Ines Info': 'Call back on 6505550177',
};

test('callers who leave in every phase, say nothing, or press whatever they like: what each left is in the list', async ({
  signIn,
  caller,
}) => {
  test.setTimeout(180_000);
  const desk = new ReplyDesk(await signIn('mira'));
  await desk.dealWithAll();
  const parts = Object.entries({ ...leaving(desk), ...staying(desk) });
  await Promise.all(
    parts.map(async ([name, does]) => {
      const one = await caller(name, { plays: silence(), keepSeconds: 120 });
      await dial(one);
      await desk.replyUnseen(name, name === 'Sina Silent' ? fewWords : words);
      await expectSpokenTo(one);
      await does(one, name);
    }),
  );
  await desk.page.keyboard.press('Alt+i');
  for (const [name, left] of Object.entries(leaves)) await expect(desk.listed(name)).toContainText(left);
  await desk.dealWithAll();
});
