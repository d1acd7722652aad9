import { beforeEach, describe, expect, it } from 'vitest';
import { handleReply } from './handle-reply.ts';
import { openReplyRig, type ReplyRig } from './reply-rig.testing.ts';

let rig: ReplyRig;
beforeEach(async () => {
  rig = await openReplyRig();
  await rig.send();
});

describe('a voicemail in the reply menu', () => {
  const begin = async (greetingMs = 0): Promise<void> => {
    await rig.press('2');
    expect(rig.hears()).toEqual(['voicemailGreeting']);
    expect(await rig.replying()).toMatchObject({ step: 'hearingGreeting' });
    await rig.advance(greetingMs);
    await rig.listen();
  };

  it('is recorded after the tone, on our disk before it is told, and kept with the reply', async () => {
    rig.spokenMs.push(4_200);
    await begin(6_000);
    const [recording] = rig.telephony.recordings();
    const startedAt = rig.desk.clock.now();
    expect(await rig.replying()).toMatchObject({ step: 'leavingVoicemail', stepSince: startedAt });
    await rig.advance(4_200);
    await rig.press('#');
    const reply = await rig.stored();
    expect(reply).toMatchObject({ answer: 'voicemail', result: { Sts: '0', Resp: '0' } });
    const id = reply.voicemail?.id ?? '';
    expect(recording?.recordingId).toBe(`voicemail-${reply.callId}-${id}-${startedAt}-in`);
    expect(reply.voicemail).toEqual({ id, lengthMs: 4_200 });
    expect(await rig.desk.recordings.find(id)).toMatchObject({
      value: {
        kind: 'voicemail',
        callId: reply.callId,
        people: [{ userId: 'u-ana', name: 'Ana Lindqvist' }],
        startedAt,
        lengthMs: 4_200,
        channels: 1,
        handled: null,
      },
    });
    expect(rig.telephony.recorded()).toEqual([]);
    expect(rig.hears()).toEqual(['voicemailKept', 'goodbye']);
    await rig.listen();
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'voicemailLeft' });
  });

  it.each(['silence', 'three minutes'])('is ended by %s', async (how) => {
    await begin();
    if (how === 'silence') rig.telephony.recordingEnds(rig.telephony.recordings()[0]?.recordingId ?? '');
    await rig.advance(180_000);
    expect(await rig.stored()).toMatchObject({ answer: 'voicemail' });
  });

  it('is kept when the caller hangs up', async () => {
    await begin();
    await rig.hangUp();
    expect(await rig.stored()).toMatchObject({ answer: 'voicemail', voicemail: { lengthMs: 10_000 } });
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'voicemailLeft' });
  });

  it('is kept of who presses keys until the menu has enough', async () => {
    await begin();
    await rig.press('0'.repeat(200));
    expect(rig.hears()).toEqual(['goodbye']);
    await rig.listen();
    expect(await rig.stored()).toMatchObject({ answer: 'voicemail', voicemail: { lengthMs: 10_000 } });
  });

  it('of less than a second is nothing', async () => {
    rig.spokenMs.push(900, 5_000);
    await begin();
    await rig.press('#');
    expect(rig.hears()).toEqual(['voicemailEmpty', 'options']);
    expect(rig.archive.recordingStore.kept.size).toBe(0);
    expect(await rig.stored()).toMatchObject({ answer: null, voicemail: null });
    await begin();
    await rig.press('#');
    expect(await rig.stored()).toMatchObject({ voicemail: { lengthMs: 5_000 } });
  });

  it('that cannot be kept is not thanked for, and the caller is told so', async () => {
    rig.archive.recordingStore.failure = 'storageUnavailable';
    await begin();
    await rig.press('#');
    expect(rig.hears()).toEqual(['notKept', 'options']);
    expect(rig.telephony.recorded()).toHaveLength(1);
  });

  it('that cannot be kept is kept as soon as it can be, and the reply has it though the caller has left', async () => {
    rig.archive.recordingStore.failure = 'storageUnavailable';
    await begin();
    await rig.press('#');
    await rig.hangUp();
    expect(await rig.stored()).toMatchObject({ answer: 'none', voicemail: null });
    await handleReply(rig.desk, (await rig.stored()).id, rig.mira);
    rig.archive.recordingStore.failure = null;
    await rig.advance(2_000);
    expect(await rig.stored()).toMatchObject({
      answer: 'voicemail',
      result: { Phn: '+15550001111', Sts: '0', Resp: '0' },
      voicemail: { lengthMs: 10_000 },
      handled: null,
    });
    expect(rig.telephony.recorded()).toEqual([]);
  });

  it('that is kept late goes with whatever else the caller answers', async () => {
    rig.archive.recordingStore.failure = 'storageFull';
    await begin();
    await rig.press('#');
    rig.archive.recordingStore.failure = null;
    await rig.advance(2_000);
    expect(await rig.stored()).toMatchObject({ answer: null, voicemail: null });
    await rig.press('3');
    expect(await rig.stored()).toMatchObject({ answer: 'yes', voicemail: { lengthMs: 10_000 } });
  });

  it('that cannot be kept is not lost by another: the reply has that, the catalogue both', async () => {
    rig.spokenMs.push(4_000, 7_000);
    rig.archive.recordingStore.failure = 'storageUnavailable';
    await begin();
    await rig.advance(1_000);
    await rig.press('#');
    rig.archive.recordingStore.failure = null;
    await begin();
    await rig.press('#');
    expect(await rig.stored()).toMatchObject({ answer: 'voicemail', voicemail: { lengthMs: 7_000 } });
    await rig.advance(2_000);
    expect(await rig.stored()).toMatchObject({ voicemail: { lengthMs: 7_000 } });
    expect(await rig.desk.recordings.count({ kind: 'voicemail' })).toMatchObject({ value: 2 });
  });

  it('that cannot be recorded leads back to the options', async () => {
    rig.telephony.failNext('record', 'refusedByPbx');
    await begin();
    expect(rig.hears()).toEqual(['voicemailEmpty', 'options']);
  });

  it('whose end is never reported is taken after its time', async () => {
    await begin();
    const [recording] = rig.telephony.recordings();
    rig.telephony.goDown();
    rig.telephony.recordingEnds(recording?.recordingId ?? '');
    rig.telephony.comeBack();
    await rig.telephony.settle();
    await rig.advance(3_000);
    expect(await rig.stored()).toMatchObject({ answer: 'voicemail' });
  });
});
