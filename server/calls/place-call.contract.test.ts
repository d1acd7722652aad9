import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { answersAfter, rejectsWith, ringsForEver } from '../../caller/answer-policy.ts';
import type { SipCall } from '../../caller/call/sip-call.ts';
import { FarEnd } from '../../caller/far-end.ts';
import { tone } from '../../caller/media/audio-source.ts';
import { headerOf } from '../../caller/sip/message.ts';
import type { Call } from '../../shared/call/call.ts';
import type { Telephony } from '../ports/telephony.ts';
import { startTestAsterisk, type TestAsterisk } from '../telephony/asterisk/testing/test-asterisk.ts';
import { type CallCommands, createCallCommands } from './commands.ts';
import { createDesk } from './create-desk.ts';
import type { Desk } from './desk.ts';
import { placeCall } from './place-call.ts';
import { connectTelephony, openRealDesk } from './real-desk.testing.ts';
import { openReception, type Reception } from './reception.ts';
import { createMemorySounds, createSilentSpeech } from './reply-parts.testing.ts';

const carrier = '127.0.0.42';
const ana = { userId: 'u-ana', name: 'Ana Lindqvist', consoleId: 'ana' };
/** Where Ana's desk has a telephone instead of a browser, whose sound could not be measured. */
const deskNumber = '900001';
const [deskHz, theirHz] = [880, 620];
const ringHz = 440;

let asterisk: TestAsterisk;
let outside: FarEnd;
let ari: Telephony;
let desk: Desk;
let reception: Reception;
let commands: CallCommands;
let last = 170;
let number: string;

beforeAll(async () => {
  outside = await FarEnd.open({ localAddress: carrier });
  asterisk = await startTestAsterisk({ trunkMatch: [carrier], trunkContact: outside.contact });
});
afterAll(async () => {
  await outside.close();
  await asterisk.stop();
});

/** The PBX, with the desk's telephone in the place of its browser. */
const withDeskPhone = (telephony: Telephony): Telephony => ({
  ...telephony,
  originate: (request) =>
    telephony.originate('consoleId' in request.to ? { ...request, to: { trunkNumber: deskNumber } } : request),
});

beforeEach(async () => {
  ari = await connectTelephony(asterisk);
  desk = await openRealDesk({
    telephony: withDeskPhone(ari),
    replySpeech: createSilentSpeech(),
    sounds: createMemorySounds(),
  });
  reception = openReception(desk);
  commands = createCallCommands(desk);
  reception.consoleReady({ agent: ana, queueIds: ['main'], pageId: 'page' });
  outside.add(deskNumber, { answers: answersAfter(), plays: tone(deskHz) });
  last += 1;
  number = `+16505550${last}`;
});
afterEach(async () => {
  await expectNothingLeft();
  reception.close();
  await ari.close();
});

/** No call, no leg, no bridge, and nobody out there who still hears us. */
async function expectNothingLeft(): Promise<void> {
  await vi.waitFor(
    async () => {
      expect(await ari.snapshot()).toEqual({ ok: true, value: { legs: [], bridges: [] } });
      expect([outside.calls(), desk.live.all()]).toEqual([[], []]);
    },
    { timeout: 10_000 },
  );
}

async function place(): Promise<string> {
  const placed = await placeCall(desk, ana, { number, reply: null });
  if (!placed.ok) throw new Error(placed.error);
  return placed.value.id;
}

async function storedCall(callId: string): Promise<Call> {
  const found = await desk.calls.find(callId);
  if (!found.ok || found.value === null) throw new Error('no such call');
  return found.value.call;
}

const callIs = (callId: string, expected: object): Promise<void> =>
  vi.waitFor(async () => expect(await storedCall(callId)).toMatchObject(expected), { timeout: 10_000, interval: 10 });

/** The number has answered, and both hear each other. */
async function talk(): Promise<{ readonly id: string; readonly deskPhone: SipCall; readonly theirs: SipCall }> {
  outside.add(number, { answers: answersAfter(), plays: tone(theirHz) });
  const id = await place();
  const [deskPhone, theirs] = await Promise.all([outside.called(deskNumber), outside.called(number)]);
  await outside.until(() => deskPhone.hears(theirHz) && theirs.hears(deskHz));
  return { id, deskPhone, theirs };
}

describe('a number that is called, on a real Asterisk', () => {
  it('is heard ringing at the desk, then speaks with it', async () => {
    outside.add(number, { answers: ringsForEver, plays: tone(theirHz) });
    const id = await place();
    const deskPhone = await outside.called(deskNumber);
    const invite = (call: SipCall, name: string) => call.invite && headerOf(call.invite, name);
    expect(invite(deskPhone, 'X-Frontdesk-Answer')).toBe('now');
    expect(invite(deskPhone, 'X-Frontdesk-Call')).toBe(id);
    const theirs = await outside.called(number);
    expect(invite(theirs, 'From')).toMatch(/<sip:5550100@/);
    expect(invite(theirs, 'P-Asserted-Identity')).toMatch(/<sip:5550100@/);
    await outside.until(() => deskPhone.toneStrength(ringHz) > 0.3 && deskPhone.level() > 0.01);
    await callIs(id, { state: 'dialling', progress: 'alerting' });
    theirs.answer();
    await outside.until(() => deskPhone.hears(theirHz) && theirs.hears(deskHz));
    await callIs(id, { state: 'talking', agent: ana });
    void theirs.hangUp();
    await callIs(id, { state: 'ended', reason: 'callerHungUp' });
  });

  it.each([
    [486, 'busy'],
    [600, 'busy'],
    [603, 'declined'],
    [480, 'noAnswer'],
    [404, 'unknownNumber'],
    [484, 'unknownNumber'],
    [503, 'unreachable'],
    [500, 'failed'],
  ])('that answers %i ends the call as %s', async (status, reason) => {
    outside.add(number, { answers: rejectsWith(status) });
    const id = await place();
    await callIs(id, { state: 'ended', reason });
  });

  it('may ring first and decline then', async () => {
    outside.add(number, { answers: rejectsWith(603, 200) });
    const id = await place();
    await callIs(id, { state: 'ended', reason: 'declined' });
    const events = await desk.calls.eventsOf(id);
    const types = events.ok ? events.value.map(({ type }) => type) : [];
    expect(types).toEqual(['placed', 'dialled', 'alerted', 'ended']);
  });

  it('is called no more when the person changes their mind', async () => {
    outside.add(number, { answers: ringsForEver });
    const id = await place();
    const theirs = await outside.called(number);
    await callIs(id, { state: 'dialling', progress: 'alerting' });
    expect(await commands.hangUp(id, ana)).toMatchObject({ ok: true });
    await outside.until(() => theirs.ending?.why === 'cancelled');
    await callIs(id, { state: 'ended', reason: 'weHungUp' });
  });

  it('is called no more when the desk hangs up its own telephone', async () => {
    outside.add(number, { answers: ringsForEver });
    const id = await place();
    const [deskPhone, theirs] = await Promise.all([outside.called(deskNumber), outside.called(number)]);
    await callIs(id, { state: 'dialling', progress: 'alerting' });
    void deskPhone.hangUp();
    await outside.until(() => theirs.ending?.why === 'cancelled');
    await callIs(id, { state: 'ended', reason: 'weHungUp' });
  });

  it('is not called at all when the desk declines its own leg', async () => {
    outside.add(deskNumber, { answers: rejectsWith(603) });
    outside.add(number, { answers: answersAfter() });
    const called: string[] = [];
    const stop = outside.onCall((_call, whom) => called.push(whom));
    await callIs(await place(), { state: 'ended', reason: 'failed' });
    stop();
    expect(called).toEqual([deskNumber]);
  });

  it('is let go by the next server, and so is the desk', async () => {
    outside.add(number, { answers: ringsForEver });
    const id = await place();
    const theirs = await outside.called(number);
    await callIs(id, { state: 'dialling', progress: 'alerting' });
    reception.close();
    desk = createDesk({ ...desk });
    reception = openReception(desk);
    await reception.begin();
    await outside.until(() => theirs.ending?.why === 'cancelled');
    await callIs(id, { state: 'ended', reason: 'lost' });
  });
});

describe('a talk with a number that was called', () => {
  it('is held and resumed', async () => {
    const { id, deskPhone, theirs } = await talk();
    await commands.hold(id, ana);
    await outside.until(() => deskPhone.level() < 0.005 && !theirs.hears(deskHz) && theirs.level() > 0.001);
    await commands.resume(id, ana);
    await outside.until(() => deskPhone.hears(theirHz) && theirs.hears(deskHz));
    await commands.hangUp(id, ana);
    await outside.until(() => theirs.ending !== undefined && deskPhone.ending !== undefined);
    await callIs(id, { state: 'ended', reason: 'weHungUp' });
  });

  it('goes on over a restart of the server, and can be rejoined when the desk was lost', async () => {
    const { id, deskPhone, theirs } = await talk();
    reception.close();
    desk = createDesk({ ...desk });
    reception = openReception(desk);
    commands = createCallCommands(desk);
    await reception.begin();
    expect(await storedCall(id)).toMatchObject({ state: 'talking' });
    reception.consoleReady({ agent: ana, queueIds: ['main'], pageId: 'page' });
    reception.consoleReady({ agent: ana, queueIds: ['main'], pageId: 'reloaded' });
    await callIs(id, { state: 'held', by: 'legLost' });
    await outside.until(() => deskPhone.ending !== undefined);
    expect(await commands.rejoin(id, ana)).toMatchObject({ ok: true });
    const again = await outside.called(deskNumber);
    await outside.until(() => again.hears(theirHz) && theirs.hears(deskHz));
    await commands.hangUp(id, ana);
    await callIs(id, { state: 'ended', reason: 'weHungUp' });
  });
});
