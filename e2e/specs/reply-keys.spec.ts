import { silence } from '../../caller/media/audio-source.ts';
import type { SipCaller } from '../../caller/sip-caller.ts';
import { ReplyDesk } from '../pages/reply-desk.ts';
import { dial } from '../support/call.ts';
import { callerHz, expect, test } from '../support/fixtures.ts';
import {
  expectHeard,
  expectHeardInPart,
  expectNoMicrophone,
  expectSpokenTo,
  speak,
  waitForTone,
} from '../support/hearing.ts';

const words = 'May I call you back at noon?';
/** Long enough to be in the middle of it whenever the caller has come to the key. */
const manyWords =
  'I am on another call, and it will take a while. The tickets for the boat of Sunday are here, the ones for the fair will come on Monday, and the harbour office has asked twice for your letter. Shall I call you back in an hour?';

/** What a caller does once they are spoken to. */
type Part = (caller: SipCaller, name: string) => Promise<void>;

test('every key does what the menu says, by RFC 4733 and by INFO, and each caller hears the very message', async ({
  signIn,
  caller,
}) => {
  test.setTimeout(120_000);
  const desk = new ReplyDesk(await signIn('mira'));
  await desk.dealWithAll();
  const [message, longMessage] = [await desk.spoken(words), await desk.spoken(manyWords)];
  const [thanks, goodbye] = [
    await desk.spoken('Thank you. Your answer has been passed on.'),
    await desk.spoken('Goodbye.'),
  ];
  const heardWhole = async (one: SipCaller, name: string): Promise<void> => {
    await expect(desk.playing(name)).toContainText('Choosing an answer');
    await expectHeard(one, message);
  };
  const letGo = async (one: SipCaller): Promise<void> => {
    await expectHeard(one, goodbye);
    expect(await one.ended(15_000)).toMatchObject({ by: 'them' });
    expectNoMicrophone(one);
  };

  const parts: Readonly<Record<string, Part>> = {
    'Una One': async (una, name) => {
      await heardWhole(una, name);
      const since = performance.now();
      await una.press('1');
      await expect(desk.playing(name)).toContainText('Heard the message 2 times');
      await expectHeard(una, message, since);
      await una.hangUp();
      expectNoMicrophone(una);
    },
    'Tess Two': async (tess, name) => {
      await heardWhole(tess, name);
      await tess.pressByInfo('2');
      await expect(desk.playing(name)).toContainText('Hearing how to leave a voicemail');
      await waitForTone(tess);
      await expect(desk.playing(name)).toContainText('Leaving a voicemail');
      await speak(tess, callerHz, 2_200);
      await tess.press('#');
      await letGo(tess);
    },
    'Thea Three': async (thea) => {
      // In the middle of the message.
      await expectSpokenTo(thea);
      await thea.press('3');
      await letGo(thea);
      expectHeardInPart(thea, longMessage);
      await expectHeard(thea, thanks);
    },
    'Fay Four': async (fay, name) => {
      await heardWhole(fay, name);
      await fay.pressByInfo('4', { form: 'dtmf' });
      await letGo(fay);
    },
    'Fiona Five': async (fiona, name) => {
      await heardWhole(fiona, name);
      await fiona.press('5');
      await expect(desk.playing(name)).toContainText('Entering a number');
      await fiona.press('6505559*0119#', { durationMs: 100, gapMs: 150 });
      await expect(desk.playing(name)).toContainText('Confirming 6505550119');
      await expectHeard(fiona, await desk.spoken('six five zero, five five five, zero one one nine.'));
      await fiona.press('2');
      await expect(desk.playing(name)).toContainText('Entering a number');
      await fiona.pressByInfo('4711#');
      await expect(desk.playing(name)).toContainText('Confirming 4711');
      await fiona.press('1');
      await letGo(fiona);
    },
    'Sid Six': async (sid, name) => {
      await heardWhole(sid, name);
      await sid.pressByInfo('6');
      await letGo(sid);
    },
  };

  const names = Object.keys(parts);
  const callers = await Promise.all(names.map((name) => caller(name, { plays: silence() })));
  await Promise.all(callers.map((one) => dial(one)));
  let replied: Promise<void> = Promise.resolve();
  await Promise.all(
    names.map(async (name, at) => {
      const one = callers[at];
      if (one === undefined) throw new Error('nobody calls');
      replied = replied.then(() => desk.reply(name, name === 'Thea Three' ? manyWords : words));
      await replied;
      await parts[name]?.(one, name);
    }),
  );

  // The corner has room for three: the urgent one first.
  await expect(desk.notices.first()).toContainText('Urgent: call 4711 back');
  await expect(desk.notices.first()).toContainText('From Fiona Five');
  await expect(desk.page.getByRole('link', { name: 'and 1 more in Replies' })).toBeVisible();
  await desk.page.keyboard.press('Alt+i');
  await expect(desk.listed('Una One')).toContainText('Hung up without an answer');
  await expect(desk.listed('Tess Two')).toContainText(/Left a voicemail, 0:0[2-5]/);
  await expect(desk.listed('Thea Three')).toContainText('Yes');
  await expect(desk.listed('Fay Four')).toContainText('No');
  await expect(desk.listed('Fiona Five')).toContainText('Call back on 4711');
  await expect(desk.listed('Sid Six')).toContainText('Hung up without an answer');
  await desk.dealWithAll();
});
