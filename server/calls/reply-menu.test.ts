import { beforeEach, describe, expect, it } from 'vitest';
import { openReplyRig, type ReplyRig } from './reply-rig.testing.ts';

let rig: ReplyRig;
beforeEach(async () => {
  rig = await openReplyRig();
  await rig.send();
});

const caller = { Phn: '+15550001111', Nm: 'Jane Caller' };

describe('a caller in the menu', () => {
  it('hears the message, then the options, and silence between them so that the line lives', async () => {
    await rig.listen();
    expect(rig.hears()).toEqual(['options']);
    expect(await rig.replying()).toMatchObject({ step: 'choosing', heard: 1 });
    await rig.listen();
    expect(rig.telephony.leg(rig.legId).silence).toBe(true);
    await rig.advance(6_000);
    expect(rig.hears()).toEqual(['options']);
    expect(rig.telephony.leg(rig.legId).silence).toBe(false);
  });

  it.each([
    ['3', 'yes', '1', 'answerKept'],
    ['4', 'no', '2', 'answerKept'],
  ])(
    'who presses %s during the message answers %s, and is thanked after it was stored',
    async (key, answer, Resp, thanks) => {
      await rig.press(key);
      expect(await rig.stored()).toMatchObject({
        version: 2,
        answer,
        result: { ...caller, Sts: '0', Resp, ExtNfo: '' },
      });
      expect(rig.hears()).toEqual([thanks, 'goodbye']);
      expect(await rig.replying()).toMatchObject({ step: 'hearingGoodbye' });
      await rig.listen();
      expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'replied' });
      expect(rig.telephony.leg(rig.legId).state).toBe('ended');
      expect(rig.clock.pending()).toBe(0);
      expect(await rig.storyOf(rig.callId)).toEqual([
        'arrived',
        'offered',
        'offered',
        'replyStarted',
        'replyAnswered',
        'ended',
      ]);
    },
  );

  it('hears the message again on 1', async () => {
    await rig.listen();
    await rig.press('1');
    expect(rig.hears()).toEqual(['I am busy']);
    expect(await rig.replying()).toMatchObject({ step: 'listening', heard: 2 });
  });

  it('keys a number, seen digit by digit, and confirms it', async () => {
    await rig.press('5');
    expect(rig.hears()).toEqual(['keyNumberOrUseYours']);
    const seen: string[] = [];
    for (const digit of '65*0') {
      await rig.press(digit);
      seen.push((await rig.replying()).digits);
    }
    expect(seen).toEqual(['6', '65', '6', '60']);
    expect(rig.hears()).toEqual([]);
    await rig.press('5#');
    expect(await rig.replying()).toMatchObject({ step: 'confirmingNumber', digits: '605' });
    expect(rig.hears()).toEqual(['youKeyed', 'digits-605', 'confirmNumber']);
    await rig.press('1');
    expect((await rig.stored()).result).toEqual({ ...caller, Sts: '0', Resp: '3', ExtNfo: '605' });
    expect(rig.hears()).toEqual(['numberKept', 'goodbye']);
  });

  it('is called back on their own number by 1', async () => {
    await rig.press('51#1');
    expect((await rig.stored()).result).toMatchObject({ Resp: '3', ExtNfo: '+15550001111' });
  });

  it('who presses a wrong key is told so', async () => {
    await rig.press('9');
    expect(rig.hears()).toEqual(['notAnOption', 'options']);
  });

  it('who does nothing is let go after three rounds', async () => {
    await rig.listen();
    for (let round = 0; round < 3; round += 1) {
      await rig.listen();
      await rig.advance(6_000);
    }
    expect(rig.hears()).toEqual(['goodbye']);
    await rig.listen();
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'replied' });
    expect(await rig.stored()).toMatchObject({
      answer: 'none',
      result: { ...caller, Sts: '1', Resp: '0', ExtNfo: '' },
    });
  });

  it('is not kept by a PBX that reports no end of anything', async () => {
    for (let limit = 0; limit < 20 && (await rig.theCall()).state !== 'ended'; limit += 1) await rig.advance(90_000);
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'replied' });
  });

  it.each(['', '1', '5', '5650', '5650#', '2', '6'])('who hangs up after %j has not answered', async (keys) => {
    await rig.press(keys);
    await rig.hangUp();
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'replied' });
    expect(await rig.stored()).toMatchObject({ version: 2, answer: 'none', result: { Sts: '1' } });
    expect(rig.desk.live.all()).toEqual([]);
    expect(rig.clock.pending()).toBe(0);
  });

  it('who presses faster than anything can be played is followed all the same', async () => {
    rig.telephony.press(rig.legId, '5650555011965*#1');
    await rig.telephony.settle();
    await rig.telephony.settle();
    expect((await rig.stored()).result).toMatchObject({ Resp: '3', ExtNfo: '65055501196' });
  });

  it('whose answer cannot be stored is told, and asked once more', async () => {
    rig.database.setAvailable(false);
    await rig.press('3');
    for (let pause = 0; pause < 4; pause += 1) await rig.advance(3_000);
    rig.database.setAvailable(true);
    await rig.advance(5_000);
    expect(rig.heard()).toContain('notKept');
    expect(rig.heard()).not.toContain('answerKept');
    await rig.press('4');
    expect(await rig.stored()).toMatchObject({ answer: 'no' });
  });

  it('who leaves while nothing can be stored has left without an answer as soon as it can', async () => {
    rig.database.setAvailable(false);
    rig.telephony.callerHangsUp(rig.legId);
    for (let pause = 0; pause < 10; pause += 1) await rig.advance(1_000);
    rig.database.setAvailable(true);
    const backAt = rig.clock.now();
    expect(await rig.stored()).toMatchObject({ version: 1, answer: null });
    await rig.advance(10_000);
    expect(await rig.stored()).toMatchObject({ version: 2, answer: 'none', result: { Sts: '1' } });
    expect((await rig.stored()).answeredAt).toBeLessThan(backAt);
  });

  it('hears what can be played when something cannot', async () => {
    rig.telephony.failNext('play', 'refusedByPbx');
    await rig.press('9');
    await rig.advance(6_000);
    expect(rig.hears()).toEqual(['options']);
  });
});
