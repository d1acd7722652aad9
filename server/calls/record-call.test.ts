import { describe, expect, it } from 'vitest';
import type { Recording } from '../../shared/recording/recording.ts';
import type { RecordingRule } from '../ports/stores.ts';
import { createCallCommands } from './commands.ts';
import { createDesk } from './create-desk.ts';
import { openReception } from './reception.ts';
import { openTestReception } from './reception.testing.ts';

/** Ana talks with Jane, on a line with that rule. */
async function openRecordingRig(recording: Partial<RecordingRule> = { when: 'onDemand' }) {
  const rig = await openTestReception({ recording });
  const { telephony, commands } = rig;
  const [ana, mira] = [await rig.signIn('ana'), await rig.signIn('mira')];
  const callerLeg = await rig.arrive('Jane Caller');
  const anaLeg = telephony.consoleAnswers('ana');
  await telephony.settle();
  const { id } = await rig.theCall();
  return {
    ...rig,
    callerLeg,
    anaLeg,
    callId: id,
    ana: ana.agent,
    mira: mira.agent,
    start: () => commands.startRecording(id, ana.agent),
    pause: () => commands.pauseRecording(id, ana.agent),
    resume: () => commands.resumeRecording(id, ana.agent),
    stop: () => commands.stopRecording(id, ana.agent),
    state: async () => (await rig.theCall()).recording,
    kept: async (): Promise<readonly Recording[]> => {
      await telephony.settle();
      const found = await rig.desk.recordings.ofCall(id);
      return found.ok ? found.value : [];
    },
    snoops: () => telephony.legs().filter(({ snoops, state }) => snoops !== null && state !== 'ended'),
  };
}

const done = { ok: true };
const failed = (error: string) => ({ ok: false, error });

describe('recording a call', () => {
  it('listens to what the caller says and to what they hear, apart, and ends in the archive', async () => {
    const rig = await openRecordingRig();
    expect(await rig.start()).toEqual(done);
    expect(rig.snoops().map(({ snoops }) => snoops)).toEqual([
      { legId: rig.callerLeg, spy: 'in', whisper: null },
      { legId: rig.callerLeg, spy: 'out', whisper: null },
    ]);
    expect(rig.snoops().map(({ tag }) => tag)).toEqual(Array(2).fill({ callId: rig.callId, role: 'snoop' }));
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
    expect(kept.map(({ marks }) => marks.length).toSorted()).toEqual([0, 1]);
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

describe('when recording fails', () => {
  it.each(['snoop', 'record'] as const)('the call goes on and its desk sees it (%s)', async (command) => {
    const rig = await openRecordingRig();
    rig.telephony.failNext(command, 'refusedByPbx');
    expect(await rig.start()).toEqual(failed('recordingFailed'));
    expect(await rig.theCall()).toMatchObject({ state: 'talking', recording: 'failed' });
    expect(rig.snoops()).toEqual([]);
    expect(rig.counted).toContain('recordingFailed');
    expect(await rig.start()).toEqual(done);
    expect(await rig.state()).toBe('on');
  });

  it('for want of room, nothing is begun', async () => {
    const rig = await openRecordingRig();
    rig.archive.recordingStore.failure = 'storageFull';
    expect(await rig.start()).toEqual(failed('recordingFailed'));
    expect(await rig.state()).toBe('failed');
    expect(rig.snoops()).toEqual([]);
  });

  it('because the room ran out meanwhile, it is seen within moments, and what was said until then is kept as soon as there is room', async () => {
    const rig = await openRecordingRig();
    await rig.start();
    rig.archive.recordingStore.failure = 'storageFull';
    await rig.advance(15_000);
    expect(await rig.state()).toBe('failed');
    expect(await rig.kept()).toEqual([]);
    expect(rig.telephony.recorded()).toHaveLength(2);
    rig.archive.recordingStore.failure = null;
    await rig.advance(15_000);
    expect(await rig.kept()).toMatchObject([{ cut: true }]);
    expect(rig.telephony.recorded()).toEqual([]);
  });

  it('because the PBX ended it, what was said until then is kept as cut', async () => {
    const rig = await openRecordingRig();
    await rig.start();
    const [first] = rig.telephony.recordings();
    rig.telephony.recordingEnds(first?.recordingId ?? '');
    await rig.telephony.settle();
    await rig.advance(2_000);
    expect(await rig.state()).toBe('failed');
    expect(await rig.kept()).toMatchObject([{ cut: true }]);
  });

  it('not because the caller hangs up: of that nobody needs to be told', async () => {
    const rig = await openRecordingRig();
    rig.telephony.callerHangsUp(rig.callerLeg);
    const started = await rig.start();
    expect(started).toEqual(failed('notAllowedNow'));
    await rig.telephony.settle();
    expect(await rig.theCall()).toMatchObject({ state: 'ended', recording: 'off' });
    expect(rig.counted).not.toContain('recordingFailed');
  });
});

describe('a recording and a restart', () => {
  const restart = async (rig: Awaited<ReturnType<typeof openRecordingRig>>, how?: { readonly killed: boolean }) => {
    rig.reception.close();
    rig.telephony.goDown(how);
    const desk = createDesk({ ...rig.desk });
    openReception(desk);
    rig.telephony.comeBack();
    await rig.telephony.settle();
    return { desk, commands: createCallCommands(desk) };
  };

  it('of the server goes on as if nothing had been', async () => {
    const rig = await openRecordingRig();
    await rig.start();
    const { commands } = await restart(rig);
    expect(rig.telephony.recordings()).toHaveLength(2);
    expect(await rig.state()).toBe('on');
    expect(await commands.pauseRecording(rig.callId, rig.ana)).toEqual(done);
    expect(await commands.stopRecording(rig.callId, rig.ana)).toEqual(done);
    expect(await rig.kept()).toMatchObject([{ cut: false, marks: [{ kind: 'paused' }] }]);
  });

  it('of the server, and the call ended meanwhile: it is kept, whole', async () => {
    const rig = await openRecordingRig();
    await rig.start();
    rig.reception.close();
    rig.telephony.callerHangsUp(rig.callerLeg);
    await restart(rig);
    await rig.advance(3_000);
    expect(await rig.kept()).toMatchObject([{ cut: false, people: [{ userId: 'u-ana' }] }]);
  });

  it('of the PBX keeps what is on its disk', async () => {
    const rig = await openRecordingRig();
    await rig.start();
    rig.telephony.goDown({ killed: true });
    rig.telephony.comeBack();
    await rig.telephony.settle();
    await rig.advance(3_000);
    expect(await rig.kept()).toHaveLength(1);
    expect(await rig.theCall()).toMatchObject({ state: 'ended', reason: 'lost' });
  });

  it('of both keeps what is on the disk, once', async () => {
    const rig = await openRecordingRig();
    await rig.start();
    await restart(rig, { killed: true });
    await rig.advance(3_000);
    expect(await rig.kept()).toHaveLength(1);
    await restart(rig, { killed: true });
    expect(await rig.kept()).toHaveLength(1);
  });
});
