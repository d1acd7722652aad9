import { afterEach, describe, expect, it } from 'vitest';
import { answersAfter, ignoresCalls, leavesItToListener, rejectsWith, ringsForEver } from './answer-policy.ts';
import type { CallerOptions } from './caller-options.ts';
import { tone } from './media/audio-source.ts';
import { SipCaller } from './sip-caller.ts';

const open: SipCaller[] = [];
const timers = { t1: 20, t2: 80, giveUp: 10_000 };
const impatient = { ...timers, giveUp: 300 };

async function pair(callee: Partial<CallerOptions> = {}, caller: Partial<CallerOptions> = {}) {
  const desk = await SipCaller.listen({ number: '1001', plays: tone(880), timers, ...callee });
  const outside = await SipCaller.open({
    number: '+15550001',
    server: desk.address,
    plays: tone(440),
    timers,
    ...caller,
  });
  open.push(outside, desk);
  return { desk, outside };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((caller) => caller.close()));
});

describe.each(['udp', 'tcp'] as const)('two callers over %s', (transport) => {
  const talking = async (callee: Partial<CallerOptions> = {}) => {
    const two = await pair({ transport, ...callee }, { transport });
    await two.outside.dial('1001');
    await two.outside.answered();
    return two;
  };

  it('hear each other', async () => {
    const { outside, desk } = await talking();
    await outside.until(() => outside.hears(880));
    await desk.until(() => desk.hears(440));
    expect(outside.hears(440)).toBe(false);
    expect(outside.statuses).toEqual([180, 200]);
    expect(outside.level()).toBeGreaterThan(0.1);
    expect(outside.packets()).toMatchObject({ lost: 0, strangers: 0 });
    expect(outside.firstAudioAt.sound).toBeTypeOf('number');
  });

  it('press keys both ways', async () => {
    const { outside, desk } = await talking();
    expect(await outside.press('15*#', { durationMs: 60, gapMs: 60 })).toEqual({ ok: true, value: undefined });
    await desk.until(() => desk.digits === '15*#');
    expect(desk.call?.history.filter(({ type }) => type === 'digitHeard')).toMatchObject(
      Array.from('15*#', (digit) => ({ digit, durationMs: 60, by: 'rtp' })),
    );
    expect(await desk.pressByInfo('7D')).toEqual({ ok: true, value: undefined });
    expect(outside.digits).toBe('7D');
    expect(await desk.pressByInfo('*', { form: 'dtmf' })).toEqual({ ok: true, value: undefined });
    expect(await desk.pressByInfo('#', { durationMs: 90 })).toEqual({ ok: true, value: undefined });
    expect(outside.history.filter(({ type }) => type === 'digitHeard').slice(2)).toMatchObject([
      { digit: '*', durationMs: 0, by: 'info' },
      { digit: '#', durationMs: 90, by: 'info' },
    ]);
    expect(await desk.pressByInfo('x')).toEqual({ ok: false, error: 'badDigit' });
  });

  it('press keys by INFO alone where one of them knows nothing else', async () => {
    const { outside, desk } = await talking({ offersKeys: false });
    expect(await outside.press('1')).toEqual({ ok: false, error: 'noTelephoneEvent' });
    expect(await desk.press('1')).toEqual({ ok: false, error: 'noTelephoneEvent' });
    await outside.pressByInfo('1');
    expect(desk.digits).toBe('1');
  });

  it('hang up from the side that called', async () => {
    const { outside, desk } = await talking();
    expect(await outside.hangUp([['Reason', 'Q.850;cause=16']])).toMatchObject({ why: 'hungUp', by: 'us' });
    expect(await desk.ended()).toMatchObject({ why: 'hungUp', by: 'them' });
    expect(desk.reason).toBe('Q.850;cause=16');
  });

  it('hang up from the side that was called', async () => {
    const { outside, desk } = await talking();
    expect(await desk.hangUp()).toMatchObject({ why: 'hungUp', by: 'us' });
    expect(await outside.ended()).toMatchObject({ why: 'hungUp', by: 'them' });
    expect(outside.state).toBe('terminated');
  });

  it('hold and resume', async () => {
    const { outside, desk } = await talking();
    await desk.until(() => desk.hears(440));
    expect(await outside.hold()).toEqual({ ok: true, value: undefined });
    expect(desk.state).toBe('held');
    const before = outside.packets().received;
    await desk.until(() => desk.hears(440));
    await outside.until(() => outside.level() === 0);
    expect(outside.packets().received - before).toBeLessThanOrEqual(2);
    expect(await outside.resume()).toEqual({ ok: true, value: undefined });
    expect(desk.state).toBe('connected');
    await outside.until(() => outside.hears(880));
  });
});

describe('a call that is not answered', () => {
  it('is cancelled by the caller', async () => {
    const { outside, desk } = await pair({ answers: ringsForEver });
    await outside.dial('1001');
    await outside.ringing();
    const cancelled = await outside.cancel([['Reason', 'SIP;cause=200;text="Call completed elsewhere"']]);
    expect(cancelled).toMatchObject({ ok: true, value: { why: 'cancelled', by: 'us', status: 487 } });
    expect(await desk.ended()).toMatchObject({ why: 'cancelled', by: 'them' });
    expect(desk.reason).toContain('Call completed elsewhere');
    expect(outside.statuses).toEqual([180, 487]);
  });

  it('is refused at once', async () => {
    const { outside } = await pair({ answers: rejectsWith(486) });
    await outside.dial('1001');
    await outside.status(486);
    expect(await outside.ended()).toMatchObject({ why: 'rejected', by: 'them', status: 486 });
    await expect(outside.answered()).rejects.toMatchObject({
      code: 'callEnded',
      message: expect.stringContaining('486'),
    });
  });

  it('is refused after ringing', async () => {
    const { outside } = await pair({ answers: rejectsWith(603, 30) });
    await outside.dial('1001');
    await outside.ended();
    expect(outside.statuses).toEqual([180, 603]);
  });

  it('is declined by hanging up', async () => {
    const { outside, desk } = await pair({ answers: ringsForEver });
    await outside.dial('1001');
    await outside.ringing();
    await desk.hangUp();
    expect((await outside.ended()).status).toBe(603);
  });

  it('times out when nobody says anything', async () => {
    const { outside } = await pair({ answers: ignoresCalls }, { timers: impatient });
    await outside.dial('1001');
    expect(await outside.ended()).toMatchObject({ why: 'timedOut', by: 'nobody' });
  });

  it('finds nobody at a closed TCP port', async () => {
    const { outside, desk } = await pair({ transport: 'tcp' }, { transport: 'tcp' });
    await desk.close();
    await outside.dial('1001');
    expect(await outside.ended()).toMatchObject({ why: 'unreachable', by: 'nobody' });
  });

  it('is hung up when the answer was faster than the cancel', async () => {
    const { outside, desk } = await pair({ answers: leavesItToListener });
    desk.onIncoming((call) => {
      call.answer();
    });
    await outside.dial('1001');
    expect(await outside.cancel()).toMatchObject({ ok: true, value: { why: 'cancelled', by: 'us' } });
    expect(await desk.ended()).toMatchObject({ why: 'hungUp', by: 'them' });
  });

  it('meets a deadline with a sentence', async () => {
    const { outside } = await pair({ answers: ringsForEver });
    await outside.dial('1001');
    await expect(outside.answered(50)).rejects.toMatchObject({ code: 'deadlinePassed' });
  });
});

describe('who calls', () => {
  it('may be withheld, asserted, diverted, and say more', async () => {
    const { outside, desk } = await pair(
      {},
      {
        name: 'Jane "JC" Caller',
        withheld: true,
        diversion: { number: '5550100', reason: 'no-answer' },
        headers: { 'X-Kind': 'test' },
      },
    );
    await outside.dial('1001', { 'X-More': 'yes\r\nX-Evil: no' });
    await outside.answered();
    const headers = new Map(desk.call?.invite?.headers);
    expect(headers.get('From')).toMatch(/^"Anonymous" <sip:anonymous@anonymous.invalid>;tag=/);
    expect(headers.get('Privacy')).toBe('id');
    expect(headers.get('P-Asserted-Identity')).toBe(String.raw`"Jane \"JC\" Caller" <sip:+15550001@127.0.0.1>`);
    expect(headers.get('Diversion')).toBe('<sip:5550100@127.0.0.1>;reason=no-answer');
    expect(headers.get('X-Kind')).toBe('test');
    expect(headers.get('X-More')).toBe('yes X-Evil: no');
    expect(headers.has('X-Evil')).toBe(false);
  });
});

describe('events', () => {
  it('of all calls can be heard, in order and dated', async () => {
    const { outside, desk } = await pair({}, { name: 'Jane' });
    const statuses: number[] = [];
    const callers: unknown[] = [];
    const stop = outside.on('status', ({ status }) => statuses.push(status));
    desk.on('answered', (_event, call) => callers.push(call.from));
    await outside.dial('1001');
    await Promise.all([outside.answered(), desk.ringing(), desk.answered()]);
    stop();
    await outside.hangUp();
    await desk.ended();
    expect(statuses).toEqual([180, 200]);
    expect(callers).toEqual([{ number: '+15550001', name: 'Jane' }]);
    const times = outside.history.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(outside.history.map(({ type }) => type)).toEqual(['invited', 'status', 'status', 'answered', 'ended']);
  });
});

describe('a listener', () => {
  it('answers several calls at once and after a while', async () => {
    const { outside, desk } = await pair({ answers: answersAfter(20) });
    const second = await SipCaller.open({
      number: '2',
      server: desk.address,
      plays: tone(600),
      timers,
      codecs: ['pcma'],
    });
    open.push(second);
    await Promise.all([outside.dial('1001'), second.dial('1001')]);
    await Promise.all([outside.answered(), second.answered()]);
    await second.until(() => second.hears(880));
    expect(desk.calls).toHaveLength(2);
    await desk.until(() => desk.calls.some((call) => call.hears(600)) && desk.calls.some((call) => call.hears(440)));
  });

  it('does not let a caller into two calls', async () => {
    const { outside } = await pair();
    await outside.dial('1001');
    expect(await outside.dial('1001')).toEqual({ ok: false, error: 'alreadyInCall' });
    await outside.hangUp();
    expect(await outside.dial('1001')).toMatchObject({ ok: true });
    await outside.answered();
  });
});
