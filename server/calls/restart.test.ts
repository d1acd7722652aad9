import { describe, expect, it } from 'vitest';
import { createDesk } from './create-desk.ts';
import { openReception } from './reception.ts';
import { openTestReception, type TestReception } from './reception.testing.ts';

/** The server is started again: its memory is empty, the stores and the PBX are as they were. */
async function restart(before: TestReception) {
  before.reception.close();
  const desk = createDesk({ ...before.desk });
  const reception = openReception(desk);
  before.telephony.goDown();
  before.telephony.comeBack();
  await before.telephony.settle();
  return { desk, reception };
}

describe('a restarted server', () => {
  it('takes up a talk as if nothing had been', async () => {
    const before = await openTestReception();
    await before.signIn('ana');
    const caller = await before.arrive('Jane');
    const leg = before.telephony.consoleAnswers('ana');
    await before.telephony.settle();
    const after = await restart(before);
    expect(before.telephony.bridgedWith(caller)).toEqual([leg]);
    before.telephony.callerHangsUp(caller);
    await before.telephony.settle();
    expect(await before.theCall()).toMatchObject({ state: 'ended', reason: 'callerHungUp' });
    expect(after.desk.live.all()).toEqual([]);
  });

  it('lets a waiting caller wait for the consoles to come back', async () => {
    const before = await openTestReception();
    await before.signIn('ana');
    await before.arrive('Jane');
    before.telephony.unreachable('ana');
    const after = await restart(before);
    expect(await before.theCall()).toMatchObject({ state: 'ringing' });
    const console = {
      agent: { userId: 'u-mira', name: 'Mira', consoleId: 'mira' },
      queueIds: ['main'],
      pageId: 'page',
    };
    before.telephony.registers('mira');
    after.reception.consoleReady(console);
    await before.telephony.settle();
    expect(before.telephony.ringingAt('mira')).toHaveLength(1);
  });

  it('finds a call lost whose caller left meanwhile, and lets stray legs go', async () => {
    const before = await openTestReception();
    await before.signIn('ana');
    const caller = await before.arrive('Jane');
    before.reception.close();
    before.telephony.callerHangsUp(caller);
    const stray = before.telephony.arrive({ dialled: '5550100' });
    await before.telephony.settle();
    await restart(before);
    expect(await before.theCall()).toMatchObject({ state: 'ended', reason: 'lost' });
    expect(before.telephony.leg(stray).state).toBe('ended');
  });
});
