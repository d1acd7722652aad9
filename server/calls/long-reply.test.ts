import { beforeEach, describe, expect, it } from 'vitest';
import { openReplyRig, type ReplyRig } from './reply-rig.testing.ts';

let rig: ReplyRig;
const speaks = async (words: string, how?: Parameters<ReplyRig['replySpeech']['speaks']>[1]): Promise<void> => {
  rig.replySpeech.speaks(words, how);
  await rig.telephony.settle();
};
const send = async (text: string): Promise<void> => {
  const sent = await rig.reply(rig.ana, { words: { text } });
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  await rig.telephony.settle();
};
beforeEach(async () => {
  rig = await openReplyRig();
});

describe('a message of several sentences', () => {
  beforeEach(() => send('First|Second|Third'));

  it('is heard while it is still being spoken: what is ready when a sentence ends follows it', async () => {
    expect(rig.hears()).toEqual(['First']);
    await speaks('Second');
    await rig.listen();
    expect(rig.hears()).toEqual(['Second']);
    await speaks('Third');
    await rig.listen();
    expect(rig.hears()).toEqual(['Third']);
    expect(await rig.replying()).toMatchObject({ step: 'listening', heard: 1 });
    await rig.listen();
    expect(rig.hears()).toEqual(['options']);
  });

  it('goes on without a break when all of the rest is ready', async () => {
    await speaks('Second');
    await speaks('Third');
    await rig.listen();
    expect(rig.hears()).toEqual(['Second', 'Third']);
    expect(rig.heard()).toEqual(['First', 'Second', 'Third']);
  });

  it('lets a caller who is faster than the voice hear silence, then goes on', async () => {
    await rig.listen();
    expect(rig.hears()).toEqual([]);
    expect(rig.telephony.leg(rig.legId).silence).toBe(true);
    await speaks('Second');
    expect(rig.hears()).toEqual(['Second']);
    expect(rig.telephony.leg(rig.legId).silence).toBe(false);
  });

  it('can be interrupted between two sentences, and is not taken up again by itself', async () => {
    await rig.listen();
    await rig.press('3');
    expect(rig.hears()).toEqual(['answerKept', 'goodbye']);
    await speaks('Second');
    await rig.listen();
    await speaks('Third');
    expect(rig.heard()).toEqual(['First', 'answerKept', 'goodbye']);
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'replied' });
  });

  it('can be interrupted during any of them', async () => {
    await speaks('Second');
    await rig.listen();
    await rig.press('5');
    await speaks('Third');
    expect(rig.hears()).toEqual(['keyNumberOrUseYours']);
    await rig.listen();
    expect(rig.hears()).toEqual([]);
  });

  it('is heard from the beginning on 1, also while its next sentence is awaited', async () => {
    await rig.listen();
    await rig.press('1');
    expect(rig.hears()).toEqual(['First']);
    await speaks('Second');
    expect(rig.hears()).toEqual(['First']);
    await speaks('Third');
    await rig.press('1');
    expect(rig.hears()).toEqual(['First', 'Second', 'Third']);
    await rig.listen();
    expect(rig.hears()).toEqual(['options']);
  });

  it.each(['before', 'after'])(
    'ends early when the next sentence cannot be spoken, known %s it is awaited',
    async (when) => {
      if (when === 'after') await rig.listen();
      await speaks('Second', null);
      if (when === 'before') await rig.listen();
      expect(rig.hears()).toEqual(['options']);
    },
  );

  it('that never comes to its end leads to the options all the same', async () => {
    await rig.listen();
    await rig.advance(90_000);
    expect(rig.hears()).toEqual(['options']);
    await speaks('Second');
    expect(rig.hears()).toEqual(['options']);
  });

  it('leads to the options when a part of it cannot be played', async () => {
    await speaks('Second');
    rig.telephony.failNext('play', 'refusedByPbx');
    await rig.listen();
    expect(rig.hears()).toEqual(['options']);
  });

  it('leaves nothing behind when the caller goes while it is awaited', async () => {
    await rig.listen();
    await rig.hangUp();
    await speaks('Second');
    expect(await rig.stored()).toMatchObject({ answer: 'none', messageMs: null });
    expect(rig.clock.pending()).toBe(0);
  });

  it('has a length, and tells of another voice, once all of it is known', async () => {
    expect(await rig.stored()).toMatchObject({ messageMs: null, fellBack: false });
    await speaks('Second', { lengthMs: 2000 });
    await speaks('Third', { lengthMs: 3000, fellBack: true });
    await rig.press('3');
    expect(await rig.stored()).toMatchObject({ version: 2, messageMs: 5300, fellBack: true });
  });
});

describe('a message of two minutes', () => {
  beforeEach(() => send('x'.repeat(2000)));

  it('is not cut short', async () => {
    await rig.advance(120_000);
    expect(rig.hears()).toEqual(['x'.repeat(2000)]);
    await rig.listen();
    expect(rig.hears()).toEqual(['options']);
  });

  it('whose end is never reported is over some seconds later', async () => {
    await rig.advance(131_000);
    expect(rig.hears()).toEqual(['options']);
  });
});
