import { beforeEach, describe, expect, it } from 'vitest';
import { openTestReception, type TestReception } from './reception.testing.ts';

let desk: TestReception;
let caller: string;
let anaLeg: string;
const ana = { userId: 'u-ana', name: 'Ana Lindqvist', consoleId: 'ana' };
const mira = { userId: 'u-mira', name: 'Mira Petrović', consoleId: 'mira' };

beforeEach(async () => {
  desk = await openTestReception();
  await desk.signIn('ana');
  caller = await desk.arrive('Jane');
  anaLeg = desk.telephony.consoleAnswers('ana');
  await desk.telephony.settle();
});

describe('an answered call', () => {
  it('ends for both when the caller hangs up', async () => {
    desk.telephony.callerHangsUp(caller);
    await desk.telephony.settle();
    expect(desk.telephony.leg(anaLeg).state).toBe('ended');
    expect(await desk.theCall()).toMatchObject({ state: 'ended', reason: 'callerHungUp' });
    expect(desk.telephony.bridgeIds()).toEqual([]);
  });

  it('ends for both when the receptionist hangs up', async () => {
    desk.telephony.deviceEnds(anaLeg, 'hungUp');
    await desk.telephony.settle();
    expect(desk.telephony.leg(caller).state).toBe('ended');
    expect(await desk.theCall()).toMatchObject({ state: 'ended', reason: 'weHungUp' });
  });

  it('ends by command, and only by the one who has it', async () => {
    const { id } = await desk.theCall();
    expect(await desk.commands.hangUp(id, mira)).toEqual({ ok: false, error: 'notYourCall' });
    expect(await desk.commands.hangUp(id, ana)).toEqual({ ok: true });
    expect(await desk.theCall()).toMatchObject({ state: 'ended', reason: 'weHungUp' });
    expect(await desk.commands.hangUp(id, ana)).toEqual({ ok: false, error: 'noSuchCall' });
  });

  it('remembers mute and note', async () => {
    const { id } = await desk.theCall();
    await desk.commands.mute(id, ana);
    await desk.commands.note(id, 'asks for Ingrid', ana);
    expect(await desk.theCall()).toMatchObject({ muted: true, note: 'asks for Ingrid' });
    expect(await desk.commands.mute(id, ana)).toEqual({ ok: false, error: 'notAllowedNow' });
    expect(await desk.commands.unmute(id, mira)).toEqual({ ok: false, error: 'notYourCall' });
  });

  it('takes the last words of its note when it is over, from whoever had it and nobody else', async () => {
    const { id } = await desk.theCall();
    desk.telephony.callerHangsUp(caller);
    await desk.telephony.settle();
    expect(await desk.commands.note(id, 'not mine', mira)).toEqual({ ok: false, error: 'notYourCall' });
    expect(await desk.commands.note(id, 'asks for Ingrid', ana)).toEqual({ ok: true });
    expect(await desk.theCall()).toMatchObject({ state: 'ended', reason: 'callerHungUp', note: 'asks for Ingrid' });
    expect((await desk.storyOf(id)).slice(-2)).toEqual(['ended', 'noted']);
    expect(await desk.commands.note('unknown', 'x', ana)).toEqual({ ok: false, error: 'noSuchCall' });
  });

  it('keeps both of two last words that come at once', async () => {
    const { id } = await desk.theCall();
    await desk.commands.hangUp(id, ana);
    await Promise.all(['asks', 'asks for Ingrid'].map((note) => desk.commands.note(id, note, ana)));
    expect(await desk.theCall()).toMatchObject({ state: 'ended', note: expect.stringMatching(/^asks/) });
    expect((await desk.storyOf(id)).slice(-3)).toEqual(['ended', 'noted', 'noted']);
  });

  it('cannot be rejected any more', async () => {
    const { id } = await desk.theCall();
    expect(await desk.commands.reject(id, mira)).toEqual({ ok: false, error: 'notYourCall' });
  });

  it('is held by the caller and comes back', async () => {
    desk.telephony.holds(caller);
    await desk.telephony.settle();
    expect(await desk.theCall()).toMatchObject({ state: 'held', by: 'them' });
    desk.telephony.resumes(caller);
    await desk.telephony.settle();
    expect(await desk.theCall()).toMatchObject({ state: 'talking' });
  });

  it('survives a socket that was cut: the same page comes back and nothing changed', async () => {
    await desk.leave('ana');
    await desk.advance(3000);
    await desk.signIn('ana');
    await desk.advance(20_000);
    expect(await desk.theCall()).toMatchObject({ state: 'talking' });
    expect(desk.telephony.bridgedWith(caller)).toEqual([anaLeg]);
  });

  it('gives the caller music when the page was reloaded, and brings both together again on Rejoin', async () => {
    await desk.leave('ana');
    await desk.signIn('ana', 'another-page');
    expect(await desk.theCall()).toMatchObject({ state: 'held', by: 'legLost' });
    expect(desk.telephony.leg(caller)).toMatchObject({ music: 'default', state: 'connected' });
    const { id } = await desk.theCall();
    expect(await desk.commands.rejoin(id, mira)).toEqual({ ok: false, error: 'notYourCall' });
    expect(await desk.commands.rejoin(id, ana)).toEqual({ ok: true });
    const newLeg = desk.telephony.consoleAnswers('ana');
    await desk.telephony.settle();
    expect(desk.telephony.bridgedWith(caller)).toEqual([newLeg]);
    expect(desk.telephony.leg(caller).music).toBeNull();
    expect(await desk.theCall()).toMatchObject({ state: 'talking' });
  });

  it('is lost, not forgotten, when nobody rejoins', async () => {
    await desk.leave('ana');
    await desk.advance(10_000);
    expect(await desk.theCall()).toMatchObject({ state: 'held', by: 'legLost' });
    await desk.advance(60_000);
    expect(await desk.theCall()).toMatchObject({ state: 'ended', reason: 'lost' });
    expect(desk.telephony.leg(caller).state).toBe('ended');
  });

  it('goes on while the database is away, and is stored in order, and with that told, once it answers', async () => {
    const { id } = await desk.theCall();
    const told: string[] = [];
    desk.stores.events.subscribe(({ body }) => void (body.kind === 'call' && told.push(body.event.type)));
    desk.database.setAvailable(false);
    expect(await desk.commands.hold(id, ana)).toEqual({ ok: true });
    expect(desk.telephony.leg(caller).music).toBe('default');
    desk.telephony.callerHangsUp(caller);
    await desk.telephony.settle();
    expect(desk.telephony.leg(anaLeg).state).toBe('ended');
    for (const ms of [50, 200, 1000, 3000, 3000]) await desk.advance(ms);
    expect(told).toEqual([]);
    desk.database.setAvailable(true);
    await desk.advance(3000);
    expect(told).toEqual(['heldByUs', 'ended']);
    expect(await desk.theCall()).toMatchObject({ state: 'ended', reason: 'callerHungUp' });
    expect(await desk.storyOf(id)).toEqual(['arrived', 'offered', 'answered', 'heldByUs', 'ended']);
    expect(desk.counted).not.toContain('notStored');
    expect(desk.clock.pending()).toBe(0);
  });

  it('ends when the PBX was killed, and goes on when only our connection to it was', async () => {
    desk.telephony.goDown();
    desk.telephony.comeBack();
    await desk.telephony.settle();
    expect(await desk.theCall()).toMatchObject({ state: 'talking' });
    desk.telephony.goDown({ killed: true });
    desk.telephony.comeBack();
    await desk.telephony.settle();
    expect(await desk.theCall()).toMatchObject({ state: 'ended', reason: 'lost' });
  });
});
