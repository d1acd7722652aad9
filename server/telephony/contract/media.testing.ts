import { expect, it } from 'vitest';
import { type Bench, callerHz, done, targetHz } from './bench.testing.ts';

/** Sound: who hears what, measured at the devices. */
export function mediaContract(bench: () => Bench): void {
  it('lets those in a bridge hear each other until one leaves', async () => {
    const { telephony } = bench().rig;
    const { caller, callerLeg, target, bridgeId } = await bench().talk();
    expect(await telephony.leave(bridgeId, [callerLeg])).toEqual(done);
    expect(await telephony.leave(bridgeId, [callerLeg])).toEqual(done);
    await bench().eventually(() => caller.hearsNothing() && target.hearsNothing());
    expect(await telephony.join(bridgeId, [callerLeg])).toEqual(done);
    await bench().eventually(() => caller.hears(targetHz) && target.hears(callerHz));
    expect(await telephony.destroyBridge(bridgeId)).toEqual(done);
    await bench().eventually(() => caller.hearsNothing() && target.hearsNothing());
    expect(await telephony.destroyBridge(bridgeId)).toEqual(done);
  });

  it('joins all or none', async () => {
    const { telephony } = bench().rig;
    const { legId } = await bench().arriveAnswered();
    const bridgeId = bench().id('bridge');
    expect(await telephony.createBridge(bridgeId)).toEqual(done);
    expect(await telephony.createBridge(bridgeId)).toEqual(done);
    expect((await telephony.join(bridgeId, [legId, 'nobody'])).ok).toBe(false);
    const snapshot = await telephony.snapshot();
    expect(snapshot.ok && snapshot.value.bridges.find((bridge) => bridge.bridgeId === bridgeId)).toEqual({
      bridgeId,
      legIds: [],
    });
    expect(await telephony.destroyBridge(bridgeId)).toEqual(done);
  });

  it('mutes what comes from a leg, and what goes to it', async () => {
    const { telephony } = bench().rig;
    const { caller, target, targetLeg } = await bench().talk();
    expect(await telephony.mute(targetLeg, 'in')).toEqual(done);
    await bench().eventually(() => caller.hearsNothing() && target.hears(callerHz));
    expect(await telephony.unmute(targetLeg, 'in')).toEqual(done);
    await bench().eventually(() => caller.hears(targetHz));
    expect(await telephony.mute(targetLeg, 'out')).toEqual(done);
    await bench().eventually(() => target.hearsNothing() && caller.hears(targetHz));
    expect(await telephony.unmute(targetLeg, 'out')).toEqual(done);
    await bench().eventually(() => target.hears(callerHz));
  });

  it('plays music to one who is out of the bridge, and stops', async () => {
    const { telephony } = bench().rig;
    const { caller, callerLeg, target, bridgeId } = await bench().talk();
    expect(await telephony.leave(bridgeId, [callerLeg])).toEqual(done);
    expect(await telephony.startMusic(callerLeg)).toEqual(done);
    await bench().eventually(() => !caller.hearsNothing() && !caller.hears(targetHz) && target.hearsNothing());
    expect(await telephony.stopMusic(callerLeg)).toEqual(done);
    await bench().eventually(() => caller.hearsNothing());
  });

  it('plays a file that is heard, and says that it was played', async () => {
    const { telephony, prompt } = bench().rig;
    const { caller, legId } = await bench().arriveAnswered();
    const playbackId = bench().id('playback');
    expect(await telephony.play({ legId }, playbackId, [{ kind: 'file', path: prompt.path }])).toEqual(done);
    await bench().eventually(() => caller.hears(prompt.hz));
    await bench().events.next('playbackEnded', { playbackId, played: true });
    expect(bench().events.of(playbackId)).toEqual(['playbackStarted', 'playbackEnded']);
  });

  it('plays a list as one, to everybody in a bridge', async () => {
    const { telephony, prompt } = bench().rig;
    const { caller, callerLeg, target, targetLeg, bridgeId } = await bench().talk();
    await Promise.all([telephony.mute(callerLeg, 'in'), telephony.mute(targetLeg, 'in')]);
    const playbackId = bench().id('playback');
    const media = [1, 2, 3].map(() => ({ kind: 'file', path: prompt.path }) as const);
    expect(await telephony.play({ bridgeId }, playbackId, media)).toEqual(done);
    await bench().eventually(() => caller.hears(prompt.hz) && target.hears(prompt.hz));
    await bench().events.next('playbackEnded', { playbackId, played: true });
    expect(bench().events.of(playbackId)).toEqual(['playbackStarted', 'playbackEnded']);
  });

  it('stops a playback, which then was not played, and goes on with the next', async () => {
    const { telephony, prompt } = bench().rig;
    const { caller, legId } = await bench().arriveAnswered();
    const [first, second] = [bench().id('playback'), bench().id('playback')];
    expect(await telephony.play({ legId }, first, [{ kind: 'tone', tone: 'busy' }])).toEqual(done);
    expect(await telephony.play({ legId }, second, [{ kind: 'file', path: prompt.path }])).toEqual(done);
    await bench().events.next('playbackStarted', { playbackId: first });
    expect(await telephony.stopPlayback(first)).toEqual(done);
    await bench().events.next('playbackEnded', { playbackId: first, played: false });
    await bench().eventually(() => caller.hears(prompt.hz));
    await bench().events.next('playbackEnded', { playbackId: second, played: true });
    expect(await telephony.stopPlayback(second)).toEqual(done);
  });

  it('says that a file that is not there was not played', async () => {
    const { telephony } = bench().rig;
    const { legId } = await bench().arriveAnswered();
    const playbackId = bench().id('playback');
    expect(await telephony.play({ legId }, playbackId, [{ kind: 'file', path: '/nowhere/no.wav' }])).toEqual(done);
    await bench().events.next('playbackEnded', { playbackId, played: false });
  });

  it('ends the playback before the leg when the caller goes in the middle of it', async () => {
    const { legId, caller } = await bench().arriveAnswered();
    const playbackId = bench().id('playback');
    expect(await bench().rig.telephony.play({ legId }, playbackId, [{ kind: 'tone', tone: 'ringing' }])).toEqual(done);
    await bench().events.next('playbackStarted', { playbackId });
    caller.hangUp();
    await bench().events.next('legEnded', { legId });
    expect(bench().events.all()).toContainEqual({ type: 'playbackEnded', playbackId, played: false });
  });

  it('hears the keys a caller presses, in order', async () => {
    const { legId, caller } = await bench().arriveAnswered();
    caller.press('19#');
    await bench().events.next('digit', { legId, digit: '#' });
    const digits = bench()
      .events.all()
      .flatMap((event) => (event.type === 'digit' ? [event.digit] : []));
    expect(digits.join('')).toBe('19#');
  });

  it('sends keys to a device', async () => {
    const { legId, caller } = await bench().arriveAnswered();
    const timing = { durationMs: 100, betweenMs: 80 };
    expect(await bench().rig.telephony.sendDigits(legId, '98#', timing)).toEqual(done);
    await bench().eventually(() => caller.digitsHeard() === '98#');
  });

  it('keeps a leg that nobody speaks to alive with silence', async () => {
    const { telephony } = bench().rig;
    const { legId, caller } = await bench().arriveAnswered();
    expect(await telephony.startSilence(legId)).toEqual(done);
    const before = caller.packetsHeard();
    await bench().eventually(() => caller.packetsHeard() >= before + 10 && caller.hearsNothing());
    expect(await telephony.stopSilence(legId)).toEqual(done);
  });

  it('says when a leg begins to talk, and when it has been quiet for a while', async () => {
    const { legId, caller } = await bench().arriveAnswered();
    expect(await bench().rig.telephony.detectTalking(legId, 300)).toEqual(done);
    caller.speaks(true);
    await bench().events.next('talkingStarted', { legId });
    caller.speaks(false);
    await bench().events.next('talkingEnded', { legId });
  });

  it('plays back to a leg what it says, and still tells its end', async () => {
    const { telephony } = bench().rig;
    const { target, legId } = await bench().ringAnswered();
    expect(target.hearsNothing()).toBe(true);
    expect(await telephony.echo(legId)).toEqual(done);
    await bench().eventually(() => target.hears(targetHz));
    expect(await telephony.hangUp(legId)).toEqual(done);
    await bench().events.next('legEnded', { legId });
    await bench().eventually(() => target.ended());
    expect(bench().events.of(legId)).toEqual(['legAlerting', 'legAnswered', 'legEnded']);
  });

  it('ends an echo by the limit that was set before, or when its device hangs up', async () => {
    const { telephony } = bench().rig;
    const [limited, other] = [await bench().ringAnswered(), await bench().ringAnswered()];
    expect(await telephony.limitDuration(limited.legId, 1)).toEqual(done);
    expect(await telephony.echo(limited.legId)).toEqual(done);
    expect(await telephony.echo(other.legId)).toEqual(done);
    await bench().events.next('legEnded', { legId: limited.legId });
    await bench().eventually(() => limited.target.ended() && other.target.hears(targetHz));
    other.target.hangUp();
    await bench().events.next('legEnded', { legId: other.legId, cause: 'hungUp' });
  });

  it('makes a leg that hears another, which takes commands at once and ends with it', async () => {
    const { telephony } = bench().rig;
    const { caller, legId } = await bench().arriveAnswered();
    const { target, legId: listener } = await bench().ringAnswered();
    const [bridgeId, snoopLegId] = [bench().id('bridge'), bench().id('snoop')];
    expect(await telephony.snoop(legId, snoopLegId, 'in')).toEqual(done);
    expect(await telephony.createBridge(bridgeId)).toEqual(done);
    expect(await telephony.join(bridgeId, [snoopLegId, listener])).toEqual(done);
    await bench().eventually(() => target.hears(callerHz));
    caller.hangUp();
    await bench().events.next('legEnded', { legId: snoopLegId });
  });
}
