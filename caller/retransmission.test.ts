import { afterEach, describe, expect, it } from 'vitest';
import { rejectsWith, ringsForEver } from './answer-policy.ts';
import type { CallerOptions } from './caller-options.ts';
import { lossyUdp } from './lossy-transport.testing.ts';
import { SipCaller } from './sip-caller.ts';

const open: SipCaller[] = [];
const timers = { t1: 20, t2: 80, giveUp: 10_000 };
const impatient = { timers: { ...timers, giveUp: 300 } };

type Loses = (firstLine: string, earlier: number) => boolean;
const nothing: Loses = () => false;
const first =
  (pattern: RegExp): Loses =>
  (line, earlier) =>
    earlier === 0 && pattern.test(line);
const every =
  (pattern: RegExp): Loses =>
  (line) =>
    pattern.test(line);

/** A caller and a callee, each losing what its function says of what it sends. */
async function pair(
  callerLoses: Loses,
  calleeLoses: Loses,
  callee: Partial<CallerOptions> = {},
  caller: Partial<CallerOptions> = {},
) {
  const [ours, theirs] = [lossyUdp(callerLoses), lossyUdp(calleeLoses)];
  const desk = await SipCaller.listen({ number: '1001', timers, ...callee, transport: theirs.open });
  const outside = await SipCaller.open({ number: '1', server: desk.address, timers, ...caller, transport: ours.open });
  open.push(outside, desk);
  return { desk, outside, ours, theirs };
}

const count = (lines: readonly string[], pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;

afterEach(async () => {
  await Promise.all(open.splice(0).map((caller) => caller.close()));
});

describe('a call over a network that loses the first', () => {
  it('INVITE is placed with the second', async () => {
    const { outside, ours, desk } = await pair(first(/^INVITE/), nothing);
    await outside.dial('1001');
    await outside.answered();
    expect(count(ours.sent, /^INVITE/)).toBeGreaterThanOrEqual(2);
    expect(desk.calls).toHaveLength(1);
  });

  it('200 is answered once it comes', async () => {
    const { outside, theirs } = await pair(nothing, first(/^SIP\/2.0 200/));
    await outside.dial('1001');
    await outside.answered();
    await outside.hangUp();
    expect(count(theirs.sent, /200/)).toBeGreaterThanOrEqual(3);
    expect(outside.statuses).toEqual([180, 200]);
  });

  it('ACK is acknowledged with the next 200', async () => {
    const { outside, desk, ours } = await pair(first(/^ACK/), nothing);
    await outside.dial('1001');
    await outside.answered();
    await outside.until(() => count(ours.sent, /^ACK/) === 2);
    await desk.hangUp();
    expect(await outside.ended()).toMatchObject({ why: 'hungUp', by: 'them' });
  });

  it('BYE is over with the second', async () => {
    const { outside, desk } = await pair(first(/^BYE/), nothing);
    await outside.dial('1001');
    await outside.answered();
    await outside.hangUp();
    expect(desk.state).toBe('terminated');
  });

  it('refusal hears of it with the second, and acknowledges it', async () => {
    const { outside, desk, ours, theirs } = await pair(nothing, first(/486/), { answers: rejectsWith(486) });
    await outside.dial('1001');
    await outside.ended();
    expect(outside.statuses).toEqual([486]);
    expect(count(theirs.sent, /486/)).toBeGreaterThanOrEqual(2);
    expect(count(ours.sent, /^ACK/)).toBeGreaterThanOrEqual(1);
    expect(desk.calls).toEqual([]);
  });

  it('CANCEL is taken back with the second', async () => {
    const { outside, desk } = await pair(first(/^CANCEL/), nothing, { answers: ringsForEver });
    await outside.dial('1001');
    await outside.ringing();
    expect(await outside.cancel()).toMatchObject({ ok: true, value: { why: 'cancelled' } });
    expect(desk.state).toBe('terminated');
  });
});

describe('a call whose other side has gone', () => {
  it('is over all the same when its BYE is never answered', async () => {
    const { outside } = await pair(every(/^BYE/), nothing, {}, impatient);
    await outside.dial('1001');
    await outside.answered();
    expect(await outside.hangUp()).toMatchObject({ why: 'timedOut', by: 'us' });
  });

  it('is over when its CANCEL is never answered', async () => {
    const { outside } = await pair(every(/^CANCEL/), nothing, { answers: ringsForEver }, impatient);
    await outside.dial('1001');
    await outside.ringing();
    expect(await outside.hangUp()).toMatchObject({ why: 'timedOut', by: 'us' });
  });

  it('is over when its 200 is never acknowledged', async () => {
    const { outside, desk, theirs } = await pair(every(/^ACK/), nothing, impatient);
    await outside.dial('1001');
    expect(await desk.ended()).toMatchObject({ why: 'timedOut', by: 'nobody' });
    expect(count(theirs.sent, /200/)).toBeGreaterThan(3);
  });

  it('does not keep the caller from closing', async () => {
    const { outside } = await pair(every(/^BYE/), nothing);
    await outside.dial('1001');
    await outside.answered();
    await outside.close();
    expect(outside.state).toBe('terminated');
    expect(await outside.dial('1001')).toEqual({ ok: false, error: 'closed' });
    await expect(outside.until(() => false)).rejects.toMatchObject({ code: 'closed' });
  });
});
