import { beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../shared/result.ts';
import { openTestReception, type TestReception } from './reception.testing.ts';

/** What becomes of the next appends: not stored, or stored without our hearing of it. */
let next: ('notStored' | 'notHeard')[];
let desk: TestReception;
let caller: string;
let id: string;
const ana = { userId: 'u-ana', name: 'Ana Lindqvist', consoleId: 'ana' };

beforeEach(async () => {
  next = [];
  desk = await openTestReception({
    calls: (calls) => ({
      ...calls,
      append: async (...what) => {
        const trouble = next.shift();
        if (trouble === 'notStored') return fail('databaseUnavailable');
        const stored = await calls.append(...what);
        return trouble === 'notHeard' ? fail('databaseUnavailable') : stored;
      },
    }),
  });
  await desk.signIn('ana');
});

async function talk(): Promise<void> {
  caller = await desk.arrive('Jane');
  desk.telephony.consoleAnswers('ana');
  await desk.telephony.settle();
  ({ id } = await desk.theCall());
}

const talked = ['arrived', 'offered', 'answered'];

/** Another server stores what is to be the call's next event. */
async function decideElsewhere(): Promise<void> {
  const call = await desk.theCall();
  const found = await desk.stores.calls.find(call.id);
  const version = (found.ok ? (found.value?.version ?? 0) : 0) + 1;
  const event = { type: 'noted', note: 'decided elsewhere', at: desk.clock.now() } as const;
  expect(await desk.stores.calls.append({ call, version }, event)).toMatchObject({ ok: true });
}

describe('what happened to a call and could not be stored', () => {
  it('is not waited for when a caller arrives: the desk rings, may answer, and sees it all once it is stored', async () => {
    next = ['notStored'];
    caller = await desk.arrive('Jane');
    expect(desk.telephony.ringingAt('ana')).toHaveLength(1);
    const leg = desk.telephony.consoleAnswers('ana');
    await desk.telephony.settle();
    expect(desk.telephony.bridgedWith(caller)).toEqual([leg]);
    await desk.advance(50);
    expect(await desk.theCall()).toMatchObject({ state: 'talking', agent: { consoleId: 'ana' } });
    expect(await desk.storyOf((await desk.theCall()).id)).toEqual(talked);
    expect(desk.counted).not.toContain('illegalMove');
  });

  it('is the end of a call that is over all the same, and not lost when the PBX comes back before it is stored', async () => {
    await talk();
    next = ['notStored'];
    desk.telephony.callerHangsUp(caller);
    await desk.telephony.settle();
    expect(await desk.theCall()).toMatchObject({ state: 'talking' });
    expect(desk.desk.live.all()).toEqual([]);
    expect(await desk.commands.hangUp(id, ana)).toEqual({ ok: false, error: 'noSuchCall' });
    expect(await desk.commands.note(id, 'last words', ana)).toEqual({ ok: false, error: 'databaseUnavailable' });
    desk.telephony.goDown();
    desk.telephony.comeBack();
    await desk.telephony.settle();
    expect(desk.desk.live.all()).toEqual([]);
    await desk.advance(50);
    expect(await desk.theCall()).toMatchObject({ state: 'ended', reason: 'callerHungUp' });
    expect(await desk.storyOf(id)).toEqual([...talked, 'ended']);
    expect(desk.desk.live.isBehind(id)).toBe(false);
  });

  it('was stored after all, and unheard more than once: it is told once, and the call goes on', async () => {
    await talk();
    next = ['notHeard', 'notHeard'];
    await desk.commands.note(id, 'asks for Ingrid', ana);
    await desk.commands.mute(id, ana);
    await desk.advance(50);
    await desk.advance(200);
    desk.telephony.callerHangsUp(caller);
    await desk.telephony.settle();
    expect(await desk.storyOf(id)).toEqual([...talked, 'noted', 'muted', 'ended']);
    expect(await desk.theCall()).toMatchObject({ state: 'ended', note: 'asks for Ingrid' });
    expect(desk.failed).toEqual([]);
  });

  it('is left out when it is too much, but for the end', async () => {
    await talk();
    desk.database.setAvailable(false);
    for (let index = 1; index <= 210; index += 1) await desk.commands.note(id, `note ${index}`, ana);
    desk.telephony.callerHangsUp(caller);
    await desk.telephony.settle();
    desk.database.setAvailable(true);
    await desk.advance(50);
    const story = await desk.storyOf(id);
    expect(story).toHaveLength(talked.length + 200 + 1);
    expect(story.at(-1)).toBe('ended');
    expect(await desk.theCall()).toMatchObject({ state: 'ended', note: 'note 210' });
    expect(desk.counted.filter((what) => what === 'notStored')).toHaveLength(10);
  });

  it('is left out when another server decided meanwhile, and nobody asks for ever', async () => {
    await talk();
    next = ['notStored'];
    await desk.commands.note(id, 'ours', ana);
    await decideElsewhere();
    await desk.advance(50);
    expect(desk.counted).toContain('notStored');
    expect(desk.desk.live.isBehind(id)).toBe(false);
  });
});

describe('a call that another server decided about', () => {
  it('is not looked after any more when its caller has left', async () => {
    await talk();
    await decideElsewhere();
    desk.telephony.callerHangsUp(caller);
    await desk.telephony.settle();
    expect(desk.desk.live.all()).toEqual([]);
    expect(desk.failed).toContain('legEnded failed');
  });

  it('does not end this one when its caller has heard the farewell for too long', async () => {
    caller = await desk.arrive('Jane');
    desk.telephony.consoleRejects('ana');
    await desk.telephony.settle();
    await decideElsewhere();
    await desk.advance(20_000);
    expect(desk.telephony.leg(caller).state).toBe('ended');
    expect(desk.failed).toContain('letting a caller go failed');
  });

  it('does not end this one when nobody rejoined it', async () => {
    await talk();
    await desk.leave('ana');
    await desk.advance(10_000);
    await decideElsewhere();
    await desk.advance(60_000);
    expect(desk.telephony.leg(caller).state).toBe('ended');
    expect(desk.failed).toContain('ending a call that nobody rejoined failed');
  });

  it('does not end this one when its offer is taken back', async () => {
    await desk.arrive('Decided elsewhere');
    await decideElsewhere();
    await desk.arrive('Jane');
    const [, second] = desk.telephony.ringingAt('ana');
    desk.telephony.targetAnswers(second?.legId ?? '');
    await desk.telephony.settle();
    expect(await desk.theCall()).toMatchObject({ state: 'talking' });
    expect(desk.failed).toContain('taking an offer back failed');
  });
});
