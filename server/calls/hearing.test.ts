import { beforeEach, describe, expect, it } from 'vitest';
import { openTestReception, type TestReception } from './reception.testing.ts';

let rig: TestReception;
beforeEach(async () => {
  rig = await openTestReception();
});

const page = 'page-of-mira-1';
const alive = (pageId = page): void => rig.reception.pageAlive('mira-1', pageId);

/** Answers every heartbeat for so long. */
async function answerFor(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 2000) {
    alive();
    await rig.advance(2000);
  }
}

const offeredTo = async (): Promise<readonly string[]> => {
  const call = await rig.theCall();
  return call.state === 'ringing' ? call.offers.map(({ consoleId }) => consoleId) : [];
};

describe('a page that does not answer', () => {
  it('is rung as long as it answers, be it hidden or not', async () => {
    await rig.signIn('mira-1');
    await answerFor(20_000);
    await rig.arrive('Jane');
    expect(await offeredTo()).toEqual(['mira-1']);
  });

  it('is not rung once it has not answered for 5 s, and the others are', async () => {
    await rig.signIn('mira-1');
    await rig.signIn('ana-1');
    alive();
    await rig.advance(4999);
    expect(rig.desk.consoles.hears('mira-1')).toBe(true);
    await rig.advance(1);
    expect(rig.desk.consoles.hears('mira-1')).toBe(false);
    await rig.arrive('Jane');
    expect(await offeredTo()).toEqual(['ana-1']);
  });

  it('stops ringing when it falls asleep while a call rings there; the caller waits on', async () => {
    await rig.signIn('mira-1');
    alive();
    await rig.arrive('Jane');
    expect(await offeredTo()).toEqual(['mira-1']);
    await rig.advance(5000);
    expect(await offeredTo()).toEqual([]);
    expect((await rig.theCall()).state).toBe('queued');
  });

  it('is rung by what waits as soon as it answers again', async () => {
    await rig.signIn('mira-1');
    await rig.signIn('ana-1');
    alive();
    await rig.advance(5000);
    await rig.arrive('Jane');
    alive();
    await rig.telephony.settle();
    expect(await offeredTo()).toEqual(['ana-1', 'mira-1']);
  });

  it('is nobody: with no other the caller is told so after a moment, and not after the full wait', async () => {
    await rig.signIn('mira-1');
    alive();
    await rig.advance(5000);
    await rig.arrive('Jane');
    await rig.advance(5000);
    expect(await rig.theCall()).toMatchObject({ state: 'unanswered', why: 'nobodySignedIn' });
  });

  it('cannot take a call for another window of its browser', async () => {
    const { agent } = await rig.signIn('mira-1');
    alive();
    await rig.advance(5000);
    await rig.arrive('Jane');
    expect(await rig.commands.answer((await rig.theCall()).id, agent)).toEqual({ ok: false, error: 'deskNotReady' });
  });
});

describe('whose sign of life it is', () => {
  it('is not that of another window of the same browser', async () => {
    await rig.signIn('mira-1');
    alive();
    await rig.advance(4000);
    alive('another-page');
    await rig.advance(1000);
    expect(rig.desk.consoles.hears('mira-1')).toBe(false);
  });

  it('is not that of the page before it was reloaded', async () => {
    await rig.signIn('mira-1');
    alive();
    await rig.advance(3000);
    await rig.signIn('mira-1', 'page-after-reload');
    await rig.advance(10_000);
    expect(rig.desk.consoles.hears('mira-1')).toBe(true);
  });

  it('of a page that never gave one is not asked for', async () => {
    await rig.signIn('mira-1');
    await rig.advance(60_000);
    expect(rig.desk.consoles.hears('mira-1')).toBe(true);
  });

  it('is also to have registered again', async () => {
    await rig.signIn('mira-1');
    alive();
    await rig.advance(5000);
    await rig.leave('mira-1');
    await rig.signIn('mira-1');
    expect(rig.desk.consoles.hears('mira-1')).toBe(true);
  });

  it('leaves a call that is on alone: it may be heard all the same', async () => {
    await rig.signIn('mira-1');
    alive();
    await rig.arrive('Jane');
    rig.telephony.consoleAnswers('mira-1');
    await rig.telephony.settle();
    await rig.advance(20_000);
    expect(rig.desk.consoles.hears('mira-1')).toBe(false);
    expect((await rig.theCall()).state).toBe('talking');
  });
});
