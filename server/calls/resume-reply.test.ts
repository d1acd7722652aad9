import { beforeEach, describe, expect, it } from 'vitest';
import { createDesk } from './create-desk.ts';
import { dismissReplies } from './dismiss-replies.ts';
import { openReception } from './reception.ts';
import { rescueMessages } from './rescue-messages.ts';
import { openReplyRig, type ReplyRig } from './reply-rig.testing.ts';

let rig: ReplyRig;
beforeEach(async () => {
  rig = await openReplyRig();
  await rig.send();
});

/** The server is killed and started again; `meanwhile` happens while it is away. */
async function restart(meanwhile: () => void = () => {}): Promise<void> {
  rig.reception.close();
  meanwhile();
  openReception(createDesk({ ...rig.desk }));
  rig.telephony.goDown();
  rig.telephony.comeBack();
  await rig.telephony.settle();
}

describe('a server that was killed while a caller was in the menu', () => {
  it('goes on with the options, and takes the answer', async () => {
    await rig.listen();
    await rig.press('1');
    rig.telephony.playbackEnds(rig.telephony.playing({ legId: rig.legId })?.playbackId ?? '');
    await restart();
    expect(rig.hears()).toEqual(['options']);
    expect(await rig.replying()).toMatchObject({ step: 'choosing', heard: 2 });
    await rig.press('1');
    expect(rig.hears()).toEqual(['I am busy']);
    await rig.press('3');
    expect(await rig.stored()).toMatchObject({ answer: 'yes' });
  });

  it('has the whole message for whom asks to hear it again', async () => {
    await rig.hangUp();
    rig = await openReplyRig();
    await rig.reply(rig.ana, { words: { text: 'First|Second' } });
    await rig.telephony.settle();
    await restart();
    expect(rig.hears()).toEqual(['options']);
    rig.replySpeech.speaks('Second');
    await rig.telephony.settle();
    await rig.press('1');
    expect(rig.hears()).toEqual(['First', 'Second']);
  });

  it('has what was answered, and lets the caller go', async () => {
    await rig.press('3');
    await restart();
    expect(await rig.stored()).toMatchObject({ version: 2, answer: 'yes' });
    expect(rig.heard().at(-1)).toBe('goodbye');
    await rig.advance(90_000);
    expect(await rig.theCall()).toMatchObject({ state: 'ended' });
    expect(await rig.stored()).toMatchObject({ version: 2, answer: 'yes' });
  });

  it('keeps the voicemail that was being left', async () => {
    await rig.press('2');
    await rig.listen();
    await restart();
    expect(await rig.stored()).toMatchObject({ answer: 'voicemail', voicemail: { lengthMs: 10_000 } });
    expect(rig.hears()).toEqual(['voicemailKept', 'goodbye']);
  });

  it('keeps it also when the caller has left meanwhile', async () => {
    await rig.press('2');
    await rig.listen();
    await restart(() => rig.telephony.callerHangsUp(rig.legId));
    expect(await rig.stored()).toMatchObject({ answer: 'voicemail', voicemail: { lengthMs: 10_000 } });
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'lost' });
  });

  it('says the options to who had not begun to speak', async () => {
    await rig.press('2');
    const greeting = rig.telephony.playing({ legId: rig.legId })?.playbackId ?? '';
    await restart(() => rig.telephony.playbackEnds(greeting));
    expect(rig.hears()).toEqual(['options']);
  });

  it('finds out who has left without an answer', async () => {
    await restart(() => rig.telephony.callerHangsUp(rig.legId));
    expect(await rig.stored()).toMatchObject({ answer: 'none', result: { Sts: '1' } });
  });

  it('finishes a reply whose call had ended without it', async () => {
    const reply = await rig.stored();
    await rig.hangUp();
    const forgotten = { ...reply, id: 'e'.repeat(32), version: 1 };
    await rig.stores.replies.keep(forgotten, 1);
    await restart();
    expect(await rig.stores.replies.find(forgotten.id)).toMatchObject({ value: { answer: 'none', version: 2 } });
  });

  it('finishes it with the voicemail that was left, where there is one', async () => {
    const reply = await rig.stored();
    await rig.press('2');
    await rig.listen();
    await rig.hangUp();
    const { voicemail } = await rig.stored();
    const forgotten = { ...reply, id: 'e'.repeat(32), version: 1 };
    await rig.stores.replies.keep(forgotten, 1);
    await restart();
    expect(await rig.stores.replies.find(forgotten.id)).toMatchObject({
      value: { answer: 'voicemail', result: { Sts: '0' }, voicemail },
    });
  });
});

describe('a voicemail that could not be kept before the server was stopped', () => {
  beforeEach(async () => {
    rig.archive.recordingStore.failure = 'storageUnavailable';
    await rig.press('2');
    await rig.listen();
  });

  it('is brought by the next one, once, and the reply has it', async () => {
    await rig.hangUp();
    expect(await rig.stored()).toMatchObject({ answer: 'none', voicemail: null });
    rig.archive.recordingStore.failure = null;
    await rescueMessages(rig.desk);
    await rescueMessages(rig.desk);
    expect(await rig.stored()).toMatchObject({ version: 3, answer: 'voicemail', voicemail: { lengthMs: 10_000 } });
    expect(rig.telephony.recorded()).toEqual([]);
  });

  it('is not taken from who is still speaking', async () => {
    await rescueMessages(rig.desk);
    await rescueMessages(createDesk({ ...rig.desk }));
    expect(rig.telephony.recordings()).toHaveLength(1);
    expect(rig.archive.recordingStore.kept.size).toBe(0);
  });
});

describe('a server that goes down', () => {
  it('says goodbye, and what was not answered is told as such', async () => {
    const gone = dismissReplies(rig.desk);
    await rig.telephony.settle();
    expect(rig.hears()).toEqual(['goodbye']);
    await rig.listen();
    await rig.advance(50);
    await gone;
    expect(await rig.stored()).toMatchObject({ answer: 'none' });
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'replied' });
  });

  it('keeps the voicemail that is being left, and thanks for it', async () => {
    await rig.press('2');
    await rig.listen();
    const gone = dismissReplies(rig.desk);
    await rig.telephony.settle();
    expect(await rig.stored()).toMatchObject({ answer: 'voicemail', voicemail: { lengthMs: 10_000 } });
    expect(rig.hears()).toEqual(['voicemailKept', 'goodbye']);
    await rig.listen();
    await rig.advance(50);
    await gone;
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'voicemailLeft' });
  });

  it('says nothing but goodbye to who has said nothing yet', async () => {
    rig.spokenMs.push(200);
    await rig.press('2');
    await rig.listen();
    const gone = dismissReplies(rig.desk);
    await rig.telephony.settle();
    expect(rig.hears()).toEqual(['goodbye']);
    await rig.listen();
    await rig.advance(50);
    await gone;
    expect(await rig.stored()).toMatchObject({ answer: 'none', voicemail: null });
  });

  it('does not wait for ever', async () => {
    const gone = dismissReplies(rig.desk);
    for (let turn = 0; turn < 100; turn += 1) await rig.advance(50);
    await gone;
  });
});
