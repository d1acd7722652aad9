import { describe, expect, it } from 'vitest';
import { openTestReception } from './reception.testing.ts';
import { done, failed, openRecordingRig } from './record-rig.testing.ts';

describe('recording a call', () => {
  it('listens to what the caller says and to what they hear, apart, and ends in the archive', async () => {
    const rig = await openRecordingRig();
    expect(await rig.start()).toEqual(done);
    expect(rig.snoops().map(({ snoops }) => snoops)).toEqual([
      { legId: rig.callerLeg, spy: 'in', whisper: null },
      { legId: rig.callerLeg, spy: 'out', whisper: null },
    ]);
    expect(rig.snoops().every(({ tag }) => tag?.callId === rig.callId && tag.role === 'snoop')).toBe(true);
    expect(rig.telephony.recordings()).toHaveLength(2);
    expect(await rig.state()).toBe('on');
    await rig.advance(5_000);
    rig.spokenMs.push(5_000, 5_000);
    expect(await rig.stop()).toEqual(done);
    expect(await rig.state()).toBe('off');
    expect(await rig.kept()).toMatchObject([
      {
        kind: 'call',
        channels: 2,
        lengthMs: 5_000,
        cut: false,
        caller: { name: 'Jane Caller' },
        queue: { id: 'main' },
        people: [{ userId: 'u-ana', name: 'Ana Lindqvist' }],
      },
    ]);
    expect(rig.snoops()).toEqual([]);
    expect(rig.telephony.recorded()).toEqual([]);
    expect(rig.desk.recorders.size).toBe(0);
  });

  it('is silent while it is paused, and says where that was', async () => {
    const rig = await openRecordingRig();
    await rig.start();
    await rig.advance(1_000);
    expect(await rig.pause()).toEqual(done);
    expect(rig.telephony.recordings().map(({ muted }) => muted)).toEqual([true, true]);
    expect(await rig.pause()).toEqual(failed('notAllowedNow'));
    expect(await rig.state()).toBe('paused');
    await rig.advance(2_000);
    expect(await rig.resume()).toEqual(done);
    expect(await rig.resume()).toEqual(failed('notAllowedNow'));
    expect(rig.telephony.recordings().map(({ muted }) => muted)).toEqual([false, false]);
    await rig.commands.hold(rig.callId, rig.ana);
    await rig.advance(1_000);
    await rig.commands.resume(rig.callId, rig.ana);
    await rig.stop();
    const [recording] = await rig.kept();
    expect(recording?.marks.map(({ kind, atMs }) => [kind, atMs])).toEqual([
      ['paused', 1_000],
      ['resumed', 3_000],
      ['held', 3_000],
      ['unheld', 4_000],
    ]);
  });

  it('records nothing half: of two sides that cannot both be silent, neither is said to be', async () => {
    const rig = await openRecordingRig();
    await rig.start();
    rig.telephony.failNext('muteRecording', 'pbxUnavailable');
    expect(await rig.pause()).toEqual(failed('recordingFailed'));
    expect(await rig.state()).toBe('on');
    expect(rig.telephony.recordings().map(({ muted }) => muted)).toEqual([false, false]);
  });

  it('stays silent on both sides when one of them cannot go on', async () => {
    const rig = await openRecordingRig();
    await rig.start();
    await rig.pause();
    rig.telephony.failNext('unmuteRecording', 'refusedByPbx');
    expect(await rig.resume()).toEqual(failed('recordingFailed'));
    expect(await rig.state()).toBe('paused');
    expect(rig.telephony.recordings().map(({ muted }) => muted)).toEqual([true, true]);
    expect(await rig.resume()).toEqual(done);
  });

  it('ends when a pause cannot be gone on with', async () => {
    const rig = await openRecordingRig();
    await rig.start();
    await rig.pause();
    rig.telephony.failNext('unmuteRecording', 'refusedByPbx');
    rig.telephony.failNext('muteRecording', 'refusedByPbx');
    expect(await rig.resume()).toEqual(failed('recordingFailed'));
    expect(await rig.state()).toBe('failed');
    expect(rig.telephony.recordings()).toEqual([]);
    await rig.advance(3_000);
    expect(await rig.kept()).toMatchObject([{ cut: true }]);
  });

  it('goes on while the desk is away, with everybody who came', async () => {
    const rig = await openRecordingRig();
    await rig.start();
    rig.telephony.deviceEnds(rig.anaLeg, 'failed');
    await rig.telephony.settle();
    await rig.commands.rejoin(rig.callId, { ...rig.ana, consoleId: 'ana' });
    rig.telephony.consoleAnswers('ana');
    await rig.telephony.settle();
    expect(await rig.state()).toBe('on');
    rig.telephony.callerHangsUp(rig.callerLeg);
    expect((await rig.kept())[0]?.marks.map(({ kind }) => kind)).toEqual(['legLost', 'answered']);
  });

  it('is for whoever has the call, on lines whose calls may be recorded', async () => {
    const rig = await openRecordingRig();
    expect(await rig.commands.startRecording(rig.callId, rig.mira)).toEqual(failed('notYourCall'));
    expect(await rig.stop()).toEqual(failed('notAllowedNow'));
    const quiet = await openRecordingRig({ when: 'never' });
    expect(await quiet.start()).toEqual(failed('recordingOff'));
    expect(await quiet.state()).toBe('off');
    expect(quiet.snoops()).toEqual([]);
  });

  it('can be done twice in one call: two recordings', async () => {
    const rig = await openRecordingRig();
    expect(await Promise.all([rig.start(), rig.start()])).toEqual([done, failed('notAllowedNow')]);
    await rig.advance(100);
    await rig.stop();
    await rig.advance(100);
    expect(await rig.start()).toEqual(done);
    await rig.pause();
    await rig.stop();
    const kept = await rig.kept();
    expect(kept).toHaveLength(2);
    expect(kept.map(({ marks }) => marks.map(({ kind }) => kind).join('')).toSorted()).toEqual(['', 'paused']);
  });

  it('is over before it has begun when both are asked for at once', async () => {
    const rig = await openRecordingRig();
    expect(await Promise.all([rig.start(), rig.stop()])).toEqual([done, done]);
    expect(await rig.kept()).toHaveLength(1);
    expect(rig.snoops()).toEqual([]);
  });
});

describe('a line whose calls are always recorded', () => {
  it('records from the answer on, may pause, and does not stop', async () => {
    const rig = await openRecordingRig({ when: 'always' });
    expect(await rig.state()).toBe('on');
    expect(await rig.stop()).toEqual(failed('recordingAlways'));
    expect(await rig.pause()).toEqual(done);
    expect(await rig.state()).toBe('paused');
    rig.telephony.callerHangsUp(rig.callerLeg);
    expect(await rig.kept()).toHaveLength(1);
  });

  it.each([
    ['announcement', { kind: 'file', path: '/prompts/recorded.wav' }],
    ['beep', { kind: 'tone', tone: 'beep' }],
  ] as const)('tells the caller by %s, which our side hears as well, and marks it', async (notice, media) => {
    const rig = await openRecordingRig({ when: 'always', notice });
    const { bridgeId } = rig.telephony.leg(rig.callerLeg);
    expect(rig.telephony.playing({ bridgeId: bridgeId ?? '' })?.media).toEqual([media]);
    rig.telephony.callerHangsUp(rig.callerLeg);
    expect((await rig.kept())[0]?.marks).toMatchObject([{ kind: 'announced' }]);
  });

  it('does not record a caller who cannot be told', async () => {
    const rig = await openTestReception({ recording: { when: 'always', notice: 'announcement' } });
    await rig.signIn('ana');
    await rig.arrive('Jane');
    rig.telephony.failNext('play', 'refusedByPbx');
    rig.telephony.consoleAnswers('ana');
    await rig.telephony.settle();
    expect(await rig.theCall()).toMatchObject({ state: 'talking', recording: 'failed' });
    expect(rig.telephony.recordings()).toEqual([]);
    expect(rig.telephony.recorded()).toEqual([]);
  });
});
