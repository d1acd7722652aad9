import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SipCaller } from '../../caller/sip-caller.ts';
import { createPhoneNumbers } from '../lib/phone-numbers.ts';
import { createFakeSpeech } from '../speech/fake/fake-speech.ts';
import { silentLog } from '../telephony/silent-log.testing.ts';
import { createVirtualClock } from '../telephony/fake/virtual-clock.ts';
import { simulatedNumber } from './simulated-numbers.ts';
import { simulatedPeople } from './simulated-people.ts';
import { openSimulatedPhones, type SimulatedPhones } from './simulated-phones.ts';

describe('a simulated number', () => {
  it.each([
    ['+16505550188', 'answer'],
    ['+16505550111', 'reject 486'],
    ['+442079460022', 'ring'],
    ['+12025550133', 'reject 603'],
    ['+12025550144', 'reject 404'],
    ['+16505551234', undefined],
    ['+491711234567', undefined],
    ['16505550188', undefined],
  ])('%s does %s', (number, expected) => {
    const answers = simulatedNumber(number)?.answers;
    const does = answers?.does === 'reject' ? `reject ${answers.status}` : answers?.does;
    expect(does).toBe(expected);
  });

  it('is the number of everybody who calls here, and one that may be called', () => {
    for (const { number, picksUp } of simulatedPeople) {
      expect(createPhoneNumbers('US').read(number)).toEqual({ ok: true, value: { e164: number, kind: 'ordinary' } });
      expect(simulatedNumber(number)).toMatchObject({ answers: { does: 'answer' }, says: picksUp });
    }
  });
});

describe('the telephone of a simulated person', () => {
  let phones: SimulatedPhones;
  let desk: SipCaller;
  const clock = createVirtualClock();
  beforeEach(async () => {
    phones = await openSimulatedPhones({ port: 0, speech: createFakeSpeech(), clock, log: silentLog });
    desk = await SipCaller.open({ number: '5550100', server: { host: '127.0.0.1', port: phones.port } });
  });
  afterEach(async () => {
    await desk.close();
    await phones.close();
  });

  it('rings, is picked up, speaks, and is put down after ten minutes', async () => {
    await desk.dial('+12025550142');
    await desk.ringing();
    await desk.answered();
    await desk.until(() => desk.hears(440));
    clock.advance(10 * 60_000);
    expect(await desk.ended()).toMatchObject({ why: 'hungUp', by: 'them' });
  });

  it('stops ringing when the caller gives up, and is nobody’s where there is none', async () => {
    await desk.dial('+16505550122');
    await desk.ringing();
    await desk.cancel();
    await desk.dial('+491711234567');
    expect(await desk.ended()).toMatchObject({ status: 404 });
    expect(phones.contact).toBe(`sip:127.0.0.1:${phones.port}`);
  });
});
