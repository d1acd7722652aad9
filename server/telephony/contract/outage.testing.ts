import { expect, it } from 'vitest';
import type { LegTag } from '../../ports/leg-tag.ts';
import { type Bench, done, failed } from './bench.testing.ts';

/** What survives: of a leg, of a connection, of the PBX itself. */
export function outageContract(bench: () => Bench): void {
  it('keeps a word of ours on a leg', async () => {
    const { telephony } = bench().rig;
    const { legId } = await bench().arrive();
    const tag: LegTag = { callId: bench().id('call'), role: 'caller' };
    expect(await telephony.tag(legId, tag)).toEqual(done);
    const ringing = await bench().ring();
    const snapshot = await telephony.snapshot();
    expect(snapshot.ok && snapshot.value.legs.find((leg) => leg.legId === legId)).toEqual({
      legId,
      state: 'alerting',
      tag,
    });
    expect(snapshot.ok && snapshot.value.legs.find((leg) => leg.legId === ringing.legId)).toMatchObject({
      state: 'alerting',
      tag: { role: 'target' },
    });
  });

  it('reports a broken connection, and what is there when it is mended; the talk goes on', async () => {
    const { rig, events } = bench();
    const { caller, callerLeg, target, targetLeg, bridgeId } = await bench().talk();
    const tag: LegTag = { callId: bench().id('call'), role: 'caller' };
    expect(await rig.telephony.tag(callerLeg, tag)).toEqual(done);
    await rig.breakConnection();
    await events.next('disconnected');
    const { snapshot } = await events.next('connected');
    expect(rig.telephony.status().state).toBe('connected');
    expect(snapshot.legs).toContainEqual({ legId: callerLeg, state: 'connected', tag });
    expect(snapshot.legs.find(({ legId }) => legId === targetLeg)).toMatchObject({ tag: { role: 'target' } });
    expect(new Set(snapshot.bridges.find((bridge) => bridge.bridgeId === bridgeId)?.legIds)).toEqual(
      new Set([callerLeg, targetLeg]),
    );
    caller.press('7');
    await events.next('digit', { legId: callerLeg, digit: '7' });
    expect(await rig.telephony.hangUp(callerLeg)).toEqual(done);
    await events.next('legEnded', { legId: callerLeg, cause: 'hungUp' });
    target.hangUp();
    await events.next('legEnded', { legId: targetLeg, cause: 'hungUp' });
    for (const legId of [callerLeg, targetLeg]) {
      expect(events.of(legId).filter((type) => type === 'legEnded')).toHaveLength(1);
    }
  });

  it('survives a crash of the PBX: nothing is left, new calls come, and consoles are known again', async () => {
    const { rig, events } = bench();
    const consoleId = Buffer.from(bench().id('c')).toString('hex');
    const admission = { consoleId, displayName: 'Ann', secret: `s-${consoleId}` };
    expect(await rig.telephony.admitConsole(admission)).toEqual(done);
    const { legId } = await bench().arriveAnswered();
    const crashed = rig.crash();
    await events.next('disconnected');
    expect(rig.telephony.status().state).not.toBe('connected');
    expect(await rig.telephony.hangUp(legId)).toEqual(failed('pbxUnavailable'));
    await crashed;
    const { snapshot } = await events.next('connected', {}, 20_000);
    expect(snapshot).toEqual({ legs: [], bridges: [] });
    const console = await rig.console(admission);
    const request = bench().request({ consoleId });
    expect(await rig.telephony.originate(request)).toEqual(done);
    await bench().eventually(() => console.alerts());
    await bench().arrive();
  });
}
