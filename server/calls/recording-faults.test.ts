import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../shared/result.ts';
import type { RecordingStore } from '../ports/recording-store.ts';
import { createCallCommands } from './commands.ts';
import { createDesk } from './create-desk.ts';
import { openReception } from './reception.ts';
import { done, failed, openRecordingRig } from './record-rig.testing.ts';

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

  it.each(['storageFull', 'storageUnavailable'] as const)(
    'for want of a place to keep it (%s), nothing is begun, and the story says why',
    async (why) => {
      const rig = await openRecordingRig();
      rig.archive.recordingStore.failure = why;
      expect(await rig.start()).toEqual(failed('recordingFailed'));
      expect(await rig.state()).toBe('failed');
      expect(rig.snoops()).toEqual([]);
      const events = await rig.desk.calls.eventsOf(rig.callId);
      expect(events.ok && events.value.at(-1)).toMatchObject({ type: 'recordingFailed', why });
    },
  );

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

  describe('because its place says nothing', () => {
    type Room = Awaited<ReturnType<RecordingStore['check']>>;
    /** Ana begins to record, and after a moment nobody waits for the place any more. */
    const startInSilence = async () => {
      const rig = await openRecordingRig();
      const waiting: ((room: Room) => void)[] = [];
      rig.archive.recordingStore.check = () => new Promise((resolve) => void waiting.push(resolve));
      const started = rig.start();
      await rig.telephony.settle();
      await rig.advance(1_000);
      expect(await started).toEqual(done);
      const say = async (room: Room) => {
        waiting.shift()?.(room);
        await rig.telephony.settle();
      };
      return { rig, say };
    };

    it('the call is held up by nothing', async () => {
      const { rig } = await startInSilence();
      expect(await rig.commands.hold(rig.callId, rig.ana)).toEqual(done);
      expect(await rig.theCall()).toMatchObject({ state: 'held', recording: 'on' });
      await rig.advance(60_000);
      expect(await rig.commands.hangUp(rig.callId, rig.ana)).toEqual(done);
      expect((await rig.theCall()).state).toBe('ended');
    });

    it('it goes on when the place says at last that there is room, and is looked after', async () => {
      const { rig, say } = await startInSilence();
      await say(ok({ freeBytes: null }));
      await rig.advance(15_000);
      expect(await rig.state()).toBe('on');
      await say(fail('storageFull'));
      expect(await rig.state()).toBe('failed');
    });

    it('it breaks off when the place is away after all, and what was said is kept once it is back', async () => {
      const { rig, say } = await startInSilence();
      await say(fail('storageUnavailable'));
      expect(await rig.state()).toBe('failed');
      await rig.advance(3_000);
      expect(await rig.kept()).toMatchObject([{ cut: true }]);
    });
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

  it('of the server in a pause goes on in silence', async () => {
    const rig = await openRecordingRig();
    await rig.start();
    await rig.pause();
    await restart(rig);
    expect(await rig.state()).toBe('paused');
    expect(rig.telephony.recordings().map(({ muted }) => muted)).toEqual([true, true]);
  });

  it('of the server in a pause that cannot be kept silent ends, also where calls are always recorded', async () => {
    const rig = await openRecordingRig({ when: 'always' });
    await rig.pause();
    rig.telephony.failNext('muteRecording', 'refusedByPbx');
    await restart(rig);
    expect(await rig.state()).toBe('failed');
    expect(rig.telephony.recordings()).toEqual([]);
    await rig.advance(3_000);
    expect(await rig.kept()).toMatchObject([{ cut: true }]);
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
