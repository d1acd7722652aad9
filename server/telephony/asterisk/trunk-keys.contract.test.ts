import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SipCaller } from '../../../caller/sip-caller.ts';
import { systemClock } from '../../composition/system-clock.ts';
import type { Telephony } from '../../ports/telephony.ts';
import { type EventLog, logEvents } from '../contract/event-log.testing.ts';
import { silentLog } from '../silent-log.testing.ts';
import { createAriTelephony } from './ari-telephony.ts';
import { startTestAsterisk, type TestAsterisk } from './testing/test-asterisk.ts';

const carrier = '127.0.0.42';
const callers: SipCaller[] = [];

let asterisk: TestAsterisk;
let telephony: Telephony;
let events: EventLog;

beforeAll(async () => {
  asterisk = await startTestAsterisk({ trunkMatch: [carrier] });
  telephony = createAriTelephony({
    ...asterisk.ari,
    app: asterisk.stasisApp,
    clock: systemClock,
    log: silentLog,
    random: () => 0.5,
  });
  events = logEvents(telephony);
  await events.next('connected');
});
afterEach(async () => {
  await Promise.all(callers.splice(0).map((caller) => caller.close()));
  events.forget();
});
afterAll(async () => {
  await telephony.close();
  await asterisk.stop();
});

/** A caller who is answered; one who offers no keys has a telephone that knows INFO alone. */
async function answeredCaller({ offersKeys = true } = {}) {
  const caller = await SipCaller.open({
    number: '+15550002222',
    server: { host: '127.0.0.1', port: asterisk.sipPort },
    localAddress: carrier,
    offersKeys,
  });
  callers.push(caller);
  await caller.dial('5550100');
  const { leg } = await events.next('legArrived');
  await telephony.answer(leg.legId);
  await caller.answered();
  return { caller, legId: leg.legId };
}

/** Every key that was told, once the last of them was. */
async function keysUntil(legId: string, last: string): Promise<string> {
  await events.next('digit', { legId, digit: last });
  return events
    .all()
    .map((event) => (event.type === 'digit' ? event.digit : ''))
    .join('');
}

describe('the keys of a caller on the trunk', () => {
  it('are taken as RFC 4733 and as both forms of SIP INFO, each once, in one call', async () => {
    const { caller, legId } = await answeredCaller();
    expect(await caller.press('12', { durationMs: 60, gapMs: 60 })).toMatchObject({ ok: true });
    await events.next('digit', { legId, digit: '2' });
    expect(await caller.pressByInfo('3*')).toMatchObject({ ok: true });
    expect(await caller.pressByInfo('4#', { form: 'dtmf' })).toMatchObject({ ok: true });
    expect(await keysUntil(legId, '#')).toBe('123*4#');
  });

  it.each(['dtmf-relay', 'dtmf'] as const)('are taken from a telephone that knows INFO alone, as %s', async (form) => {
    const { caller, legId } = await answeredCaller({ offersKeys: false });
    expect(await caller.press('1')).toEqual({ ok: false, error: 'noTelephoneEvent' });
    await caller.pressByInfo('65#', { form });
    expect(await keysUntil(legId, '#')).toBe('65#');
  });

  it.each([true, false])('go to it in the way it knows: RFC 4733 %s', async (offersKeys) => {
    const { caller, legId } = await answeredCaller({ offersKeys });
    await telephony.sendDigits(legId, '98#', { durationMs: 100, betweenMs: 80 });
    await caller.until(() => caller.digits === '98#', 5_000, 'keys');
    const ways = caller.history.flatMap((event) => (event.type === 'digitHeard' ? [event.by] : []));
    expect(new Set(ways)).toEqual(new Set([offersKeys ? 'rtp' : 'info']));
  });
});
