import { beforeEach, describe, expect, it } from 'vitest';
import { openTestReception, type TestReception } from './reception.testing.ts';

const ana = { userId: 'u-ana', name: 'Ana Lindqvist', consoleId: 'ana' };
const mira = { userId: 'u-mira', name: 'Mira Petrović', consoleId: 'mira' };
let desk: TestReception;
let first: string;
let firstLeg: string;

beforeEach(async () => {
  desk = await openTestReception();
  await desk.signIn('ana');
  first = await desk.arrive('One');
  firstLeg = desk.telephony.consoleAnswers('ana');
  await desk.telephony.settle();
});

const callOf = async (name: string) => {
  const recent = await desk.stores.calls.recent({ limit: 10 });
  const call = recent.ok ? recent.value.find(({ caller }) => caller.name === name) : undefined;
  if (call === undefined) throw new Error(`no call of ${name}`);
  return call;
};

describe('holding', () => {
  it('gives the caller music, keeps the desk’s leg, and brings both together again', async () => {
    const { id } = await callOf('One');
    expect(await desk.commands.hold(id, mira)).toEqual({ ok: false, error: 'notYourCall' });
    expect(await desk.commands.hold(id, ana)).toEqual({ ok: true });
    expect(await callOf('One')).toMatchObject({ state: 'held', by: 'us' });
    expect(desk.telephony.leg(first)).toMatchObject({ music: 'default', state: 'connected' });
    expect(desk.telephony.bridgedWith(firstLeg)).toEqual([]);
    expect(await desk.commands.resume(id, ana)).toEqual({ ok: true });
    expect(desk.telephony.bridgedWith(first)).toEqual([firstLeg]);
    expect(desk.telephony.leg(first).music).toBeNull();
  });

  it('frees the desk for the next caller, and talking again stops the ringing there', async () => {
    await desk.arrive('Two');
    expect(desk.telephony.ringingAt('ana')).toEqual([]);
    const { id } = await callOf('One');
    await desk.commands.hold(id, ana);
    await desk.telephony.settle();
    expect(desk.telephony.ringingAt('ana')).toHaveLength(1);
    await desk.commands.resume(id, ana);
    await desk.telephony.settle();
    expect(desk.telephony.ringingAt('ana')).toEqual([]);
    expect(await callOf('Two')).toMatchObject({ state: 'queued' });
  });

  it('is said to be impossible twice', async () => {
    const { id } = await callOf('One');
    await desk.commands.hold(id, ana);
    expect(await desk.commands.hold(id, ana)).toEqual({ ok: false, error: 'notAllowedNow' });
  });
});

describe('taking a second call', () => {
  it('holds the first, and rings the desk with the word to take it at once', async () => {
    await desk.arrive('Two');
    const { id } = await callOf('Two');
    expect(await desk.commands.answer(id, ana)).toEqual({ ok: true });
    expect(await callOf('One')).toMatchObject({ state: 'held', by: 'us' });
    const [leg] = desk.telephony.ringingAt('ana');
    expect(leg?.request?.headers).toMatchObject({ 'X-Frontdesk-Call': id, 'X-Frontdesk-Answer': 'now' });
    desk.telephony.consoleAnswers('ana');
    await desk.telephony.settle();
    expect(await callOf('Two')).toMatchObject({ state: 'talking', agent: { consoleId: 'ana' } });
  });

  it('swaps: going back to the first holds the second', async () => {
    await desk.arrive('Two');
    const two = await callOf('Two');
    await desk.commands.answer(two.id, ana);
    desk.telephony.consoleAnswers('ana');
    await desk.telephony.settle();
    await desk.commands.resume((await callOf('One')).id, ana);
    expect(await callOf('One')).toMatchObject({ state: 'talking' });
    expect(await callOf('Two')).toMatchObject({ state: 'held', by: 'us' });
  });

  it('works for a call that already rings there: the ringing is replaced', async () => {
    await desk.signIn('mira');
    await desk.arrive('Two');
    const { id } = await callOf('Two');
    const [ringing] = desk.telephony.ringingAt('mira');
    await desk.commands.answer(id, mira);
    expect(desk.telephony.leg(ringing?.legId ?? '').state).toBe('ended');
    expect(desk.telephony.ringingAt('mira')).toHaveLength(1);
    desk.telephony.consoleAnswers('mira');
    await desk.telephony.settle();
    expect(await callOf('Two')).toMatchObject({ state: 'talking', agent: { consoleId: 'mira' } });
  });

  it('is refused for a desk without a phone, and for a call somebody has; nothing is held for it', async () => {
    await desk.arrive('Two');
    const { id } = await callOf('Two');
    const nowhere = { ...mira, consoleId: 'mira-at-home' };
    expect(await desk.commands.answer(id, nowhere)).toEqual({ ok: false, error: 'deskNotReady' });
    await desk.signIn('mira');
    expect(await desk.commands.answer((await callOf('One')).id, mira)).toEqual({ ok: false, error: 'notYourCall' });
    expect(await callOf('One')).toMatchObject({ state: 'talking' });
  });
});

describe('a status', () => {
  it('keeps calls away from somebody who is away, and brings them when they are back', async () => {
    await desk.signIn('mira');
    desk.desk.statuses.set('u-mira', { status: 'away', since: 0, until: null });
    desk.reception.statusChanged('u-mira');
    await desk.arrive('Two');
    expect(desk.telephony.ringingAt('mira')).toEqual([]);
    desk.desk.statuses.set('u-mira', { status: 'available', since: 0, until: null });
    desk.reception.statusChanged('u-mira');
    await desk.telephony.settle();
    expect(desk.telephony.ringingAt('mira')).toHaveLength(1);
  });

  it('stops what rings at once', async () => {
    await desk.signIn('mira');
    await desk.arrive('Two');
    expect(desk.telephony.ringingAt('mira')).toHaveLength(1);
    desk.desk.statuses.set('u-mira', { status: 'doNotDisturb', since: 0, until: null });
    desk.reception.statusChanged('u-mira');
    await desk.telephony.settle();
    expect(desk.telephony.ringingAt('mira')).toEqual([]);
  });
});
