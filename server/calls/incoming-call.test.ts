import { beforeEach, describe, expect, it } from 'vitest';
import { openTestReception, type TestReception } from './reception.testing.ts';

let desk: TestReception;
beforeEach(async () => {
  desk = await openTestReception();
});

describe('an incoming call', () => {
  it('rings every free console, and the first answer is bridged with the caller', async () => {
    await desk.signIn('ana');
    await desk.signIn('mira');
    const caller = await desk.arrive('Jane Caller');
    expect(desk.telephony.leg(caller).signals).toEqual(['ringing']);
    const anaLeg = desk.telephony.consoleAnswers('ana');
    await desk.telephony.settle();
    expect(desk.telephony.bridgedWith(caller)).toEqual([anaLeg]);
    expect(desk.telephony.leg(caller).signals).toEqual(['ringing', 'answered']);
    expect(desk.telephony.ringingAt('mira')).toEqual([]);
    const call = await desk.theCall();
    expect(call).toMatchObject({ state: 'talking', agent: { name: 'Ana Lindqvist' }, caller: { name: 'Jane Caller' } });
    expect(await desk.storyOf(call.id)).toEqual(['arrived', 'offered', 'offered', 'answered']);
  });

  it('tells the losers that a colleague has it', async () => {
    await desk.signIn('ana');
    await desk.signIn('mira');
    await desk.arrive('Jane');
    const [miraLeg] = desk.telephony.ringingAt('mira');
    desk.telephony.consoleAnswers('ana');
    await desk.telephony.settle();
    expect(desk.telephony.leg(miraLeg?.legId ?? '').hungUpWith).toBe('answeredElsewhere');
  });

  it('has exactly one winner when two answer in the same instant', async () => {
    await desk.signIn('ana');
    await desk.signIn('mira');
    const caller = await desk.arrive('Jane');
    const anaLeg = desk.telephony.consoleAnswers('ana');
    const miraLeg = desk.telephony.consoleAnswers('mira');
    await desk.telephony.settle();
    expect(desk.telephony.bridgedWith(caller)).toEqual([anaLeg]);
    expect(desk.telephony.leg(miraLeg)).toMatchObject({ state: 'ended', hungUpWith: 'answeredElsewhere' });
    expect(await desk.theCall()).toMatchObject({ state: 'talking', agent: { consoleId: 'ana' } });
  });

  it('is refused for a number that is not ours', async () => {
    const caller = desk.telephony.arrive({ dialled: '0044123456' });
    await desk.telephony.settle();
    expect(desk.telephony.leg(caller).rejectedWith).toBe('unknownNumber');
    expect(desk.counted).toContain('unknownNumber');
  });

  it('is refused as congestion while the database does not answer, and nothing rings', async () => {
    await desk.signIn('ana');
    desk.database.setAvailable(false);
    const caller = await desk.arrive('Jane');
    expect(desk.telephony.leg(caller).rejectedWith).toBe('congestion');
    expect(desk.telephony.ringingAt('ana')).toEqual([]);
  });

  it.each([{ openingHours: null }, { openingHours: [] }])(
    'is abandoned when the caller gives up before it is known whom to ring: %j',
    async (rules) => {
      desk = await openTestReception({ rules });
      await desk.signIn('ana');
      const caller = desk.telephony.arrive({ dialled: '5550100' });
      desk.telephony.callerHangsUp(caller);
      await desk.telephony.settle();
      expect(await desk.theCall()).toMatchObject({ state: 'ended', reason: 'abandoned' });
      expect(desk.telephony.ringingAt('ana')).toEqual([]);
      expect([desk.desk.live.all(), desk.clock.pending()]).toEqual([[], 0]);
    },
  );

  it('gives the console the caller and the id of the call', async () => {
    await desk.signIn('ana');
    await desk.arrive('Jane "JC" Caller', '+385 1 555');
    const [leg] = desk.telephony.ringingAt('ana');
    const call = await desk.theCall();
    expect(leg?.request).toMatchObject({
      from: { name: 'Jane "JC" Caller', number: '+385 1 555' },
      headers: { 'X-Frontdesk-Call': call.id },
    });
  });

  it('never shows a caller who withholds the number', async () => {
    await desk.signIn('ana');
    desk.telephony.arrive({ dialled: '5550100', name: 'Secret', number: '+1', withheld: true });
    await desk.telephony.settle();
    expect(await desk.theCall()).toMatchObject({ caller: { name: null, number: null, withheld: true } });
  });

  it('goes on ringing at the others when one declines, and ends in words when the last does', async () => {
    await desk.signIn('ana');
    await desk.signIn('mira');
    const caller = await desk.arrive('Jane');
    desk.telephony.consoleRejects('ana');
    await desk.telephony.settle();
    expect(desk.telephony.ringingAt('mira')).toHaveLength(1);
    desk.telephony.consoleRejects('mira');
    await desk.telephony.settle();
    expect(desk.telephony.leg(caller).played).toEqual([{ kind: 'file', path: '/prompts/nobody.wav' }]);
    const call = await desk.theCall();
    expect(call).toMatchObject({ state: 'unanswered', why: 'allDeclined' });
    desk.telephony.playbackEnds(`farewell-${call.id}`);
    await desk.telephony.settle();
    expect(desk.telephony.leg(caller).state).toBe('ended');
    expect(await desk.theCall()).toMatchObject({ state: 'ended', reason: 'missed' });
  });

  it('ends in words when time runs out', async () => {
    await desk.signIn('ana');
    await desk.arrive('Jane');
    await desk.advance(29_999);
    expect(await desk.theCall()).toMatchObject({ state: 'ringing' });
    await desk.advance(1);
    expect(await desk.theCall()).toMatchObject({ state: 'unanswered', why: 'timedOut' });
    expect(desk.telephony.ringingAt('ana')).toEqual([]);
  });

  it('tells a caller soon when nobody is signed in, but gives a reloading page its moment', async () => {
    await desk.arrive('Jane');
    await desk.advance(4000);
    expect(await desk.theCall()).toMatchObject({ state: 'queued' });
    await desk.advance(1000);
    expect(await desk.theCall()).toMatchObject({ state: 'unanswered', why: 'nobodySignedIn' });
  });

  it('rings a console that comes back within that moment, for the rest of the time', async () => {
    await desk.arrive('Jane');
    await desk.advance(3000);
    await desk.signIn('ana');
    expect(desk.telephony.ringingAt('ana')).toHaveLength(1);
    await desk.advance(20_000);
    expect(await desk.theCall()).toMatchObject({ state: 'ringing' });
    await desk.advance(7000);
    expect(await desk.theCall()).toMatchObject({ state: 'unanswered', why: 'timedOut' });
  });

  it('is abandoned when the caller gives up: every console stops and nothing is left', async () => {
    await desk.signIn('ana');
    await desk.signIn('mira');
    const caller = await desk.arrive('Jane');
    desk.telephony.callerHangsUp(caller);
    await desk.telephony.settle();
    expect(desk.telephony.legs().every(({ state }) => state === 'ended')).toBe(true);
    expect(await desk.theCall()).toMatchObject({ state: 'ended', reason: 'abandoned' });
    expect(desk.desk.live.all()).toEqual([]);
    expect(desk.clock.pending()).toBe(0);
  });
});
