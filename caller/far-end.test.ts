import { afterEach, describe, expect, it } from 'vitest';
import { answersAfter, rejectsWith, ringsForEver } from './answer-policy.ts';
import { FarEnd, type FarEndOptions } from './far-end.ts';
import { tone } from './media/audio-source.ts';
import { SipCaller } from './sip-caller.ts';

const timers = { t1: 20, t2: 80, giveUp: 10_000 };
const open: { close: () => Promise<void> }[] = [];

async function farEnd(options: FarEndOptions = {}): Promise<FarEnd> {
  const outside = await FarEnd.open({ timers, ...options });
  open.push(outside);
  return outside;
}

async function caller(outside: FarEnd): Promise<SipCaller> {
  const one = await SipCaller.open({ number: '1001', server: outside.address, plays: tone(440), timers });
  open.push(one);
  return one;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

describe('a far end', () => {
  it('answers for a number, speaks, and measures what it hears', async () => {
    const outside = await farEnd();
    outside.add('+15550001', { answers: answersAfter(), plays: tone(700) });
    const one = await caller(outside);
    await one.dial('+15550001');
    const call = await outside.called('+15550001');
    await one.answered();
    await one.until(() => one.hears(700));
    await outside.until(() => call.hears(440));
    expect(call.from).toEqual({ number: '1001', name: '' });
    await one.hangUp();
    await outside.until(() => call.ending !== undefined);
    expect(outside.calls()).toEqual([]);
  });

  it('is as many people as it has numbers, each with a way of their own', async () => {
    const outside = await farEnd();
    outside.add('1', { answers: rejectsWith(486) });
    outside.add('2', { answers: rejectsWith(603, 20) });
    outside.add('3', { answers: ringsForEver });
    const [busy, declines, rings, unknown] = await Promise.all([1, 2, 3, 4].map(() => caller(outside)));
    await Promise.all([busy?.dial('1'), declines?.dial('2'), rings?.dial('3'), unknown?.dial('4')]);
    await rings?.ringing();
    await Promise.all([busy?.ended(), declines?.ended(), unknown?.ended()]);
    expect(busy?.statuses).toEqual([486]);
    expect(declines?.statuses).toEqual([180, 603]);
    expect(unknown?.statuses).toEqual([404]);
    expect(outside.calls('3')).toHaveLength(1);
    await rings?.cancel();
    expect(rings?.statuses).toEqual([180, 487]);
  });

  it('lets two talk at once, each to somebody else', async () => {
    const outside = await farEnd({
      find: (number) => ({ answers: answersAfter(), plays: tone(number === '1' ? 700 : 1000) }),
    });
    const [first, second] = [await caller(outside), await caller(outside)];
    await Promise.all([first.dial('1'), second.dial('2')]);
    await Promise.all([first.until(() => first.hears(700)), second.until(() => second.hears(1000))]);
    expect(outside.calls()).toHaveLength(2);
  });

  it('tells of each call, and finds the number by its rule when nobody was added', async () => {
    const outside = await farEnd({ find: (number) => (number === '7' ? { answers: ringsForEver } : undefined) });
    const called: string[] = [];
    const stop = outside.onCall((_call, number) => called.push(number));
    const one = await caller(outside);
    await one.dial('7');
    await one.ringing();
    await one.cancel();
    stop();
    expect(called).toEqual(['7']);
    expect(outside.contact).toBe(`sip:127.0.0.1:${outside.address.port}`);
  });

  it('says what it waited for in vain', async () => {
    const outside = await farEnd();
    await expect(outside.called('9', 30)).rejects.toMatchObject({ code: 'deadlinePassed' });
  });
});
