import { beforeEach, describe, expect, it } from 'vitest';
import { openTestReception, type TestReception } from './reception.testing.ts';

let desk: TestReception;
beforeEach(async () => {
  desk = await openTestReception();
});

describe('several calls', () => {
  it('ring at once, each with its own name', async () => {
    await desk.signIn('ana');
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) await desk.arrive(name);
    expect(desk.telephony.ringingAt('ana').map(({ request }) => request?.from.name)).toEqual([
      'One',
      'Two',
      'Three',
      'Four',
      'Five',
    ]);
  });

  it('do not ring a console that talks, and ring it again when it is free', async () => {
    await desk.signIn('ana');
    const first = await desk.arrive('One');
    await desk.arrive('Two');
    desk.telephony.consoleAnswers('ana', desk.telephony.ringingAt('ana')[0]?.legId);
    await desk.telephony.settle();
    expect(desk.telephony.ringingAt('ana')).toEqual([]);
    expect(await desk.theCall()).toMatchObject({ state: 'queued', caller: { name: 'Two' } });
    desk.telephony.callerHangsUp(first);
    await desk.telephony.settle();
    expect(desk.telephony.ringingAt('ana').map(({ request }) => request?.from.name)).toEqual(['Two']);
  });

  it('wait for a busy colleague even when everybody else declined', async () => {
    await desk.signIn('ana');
    await desk.arrive('One');
    desk.telephony.consoleAnswers('ana');
    await desk.telephony.settle();
    await desk.signIn('mira');
    await desk.arrive('Two');
    desk.telephony.consoleRejects('mira');
    await desk.telephony.settle();
    expect(await desk.theCall()).toMatchObject({ state: 'queued', caller: { name: 'Two' } });
  });

  it('are not offered again where they were declined', async () => {
    await desk.signIn('ana');
    await desk.signIn('mira');
    await desk.arrive('One');
    desk.telephony.consoleRejects('ana');
    await desk.telephony.settle();
    await desk.leave('ana');
    await desk.signIn('ana');
    expect(desk.telephony.ringingAt('ana')).toEqual([]);
  });
});
