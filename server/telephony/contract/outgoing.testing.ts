import { expect, it } from 'vitest';
import type { LegEndCause } from '../../ports/telephony-event.ts';
import { type Bench, done, failed } from './bench.testing.ts';

const causeOf: readonly (readonly [number, LegEndCause])[] = [
  [486, 'busy'],
  [600, 'busy'],
  [603, 'declined'],
  [480, 'noAnswer'],
  [404, 'unknownNumber'],
  [500, 'failed'],
];

/** Legs that we make: to somebody outside, and to consoles. */
export function outgoingContract(bench: () => Bench): void {
  it('rings somebody outside, says when it alerts and when it is answered, with its tag', async () => {
    const { rig, events } = bench();
    const trunkNumber = bench().number();
    const target = rig.target(trunkNumber);
    const headers = { 'X-Ticket': '<a b="c, d"/> ${EXTEN}', 'X-Evil': 'one\r\nX-Two: two' };
    const request = bench().request(
      { trunkNumber },
      { headers, from: { number: '+15550100', name: 'The "Desk" Zoë' } },
    );
    expect(await rig.telephony.originate(request)).toEqual(done);
    await events.next('legAlerting', { legId: request.legId });
    await bench().eventually(() => target.alerts());
    expect(target.header('X-Ticket')).toBe(headers['X-Ticket']);
    expect(target.header('X-Two')).toBeNull();
    expect(target.header('From')).toMatch(/^"The \\"Desk\\" Zoë" <sip:\+15550100@/);
    target.answer();
    const { tag } = await events.next('legAnswered', { legId: request.legId });
    expect(tag).toEqual(request.tag);
    target.hangUp();
    await events.next('legEnded', { legId: request.legId, cause: 'hungUp' });
    expect(events.of(request.legId)).toEqual(['legAlerting', 'legAnswered', 'legEnded']);
  });

  it('shows nobody as Anonymous', async () => {
    const trunkNumber = bench().number();
    const target = bench().rig.target(trunkNumber);
    const request = bench().request({ trunkNumber }, { from: { number: null, name: null } });
    expect(await bench().rig.telephony.originate(request)).toEqual(done);
    await bench().eventually(() => target.alerts());
    expect(target.header('From')).toMatch(/^"Anonymous" <sip:anonymous@/);
  });

  it.each(causeOf)('says why it was not answered: SIP %i is %s', async (status, cause) => {
    const { target, legId } = await bench().ring();
    await bench().eventually(() => target.alerts());
    target.reject(status);
    await bench().events.next('legEnded', { legId, cause });
    expect(
      bench()
        .events.of(legId)
        .filter((type) => type === 'legEnded'),
    ).toHaveLength(1);
  });

  it('gives up when nobody answers in time', async () => {
    const trunkNumber = bench().number();
    bench().rig.target(trunkNumber);
    const request = bench().request({ trunkNumber }, { timeoutSeconds: 1 });
    expect(await bench().rig.telephony.originate(request)).toEqual(done);
    await bench().events.next('legEnded', { legId: request.legId, cause: 'noAnswer' });
  });

  it('takes an invitation back, also one that is only just on its way', async () => {
    const { target, legId } = await bench().ring();
    expect(await bench().rig.telephony.hangUp(legId)).toEqual(done);
    await bench().events.next('legEnded', { legId, cause: 'cancelled' });
    await bench().eventually(() => target.ended());

    const trunkNumber = bench().number();
    bench().rig.target(trunkNumber);
    const request = bench().request({ trunkNumber });
    const both = [bench().rig.telephony.originate(request), bench().rig.telephony.hangUp(request.legId)];
    expect(await Promise.all(both)).toEqual([done, done]);
    await bench().events.next('legEnded', { legId: request.legId, cause: 'cancelled' });
  });

  it('takes no other command for a leg that has not answered', async () => {
    const { telephony } = bench().rig;
    const { legId } = await bench().ring();
    const bridgeId = bench().id('bridge');
    expect(await telephony.createBridge(bridgeId)).toEqual(done);
    expect(await telephony.join(bridgeId, [legId])).toEqual(failed('legGone'));
    expect(await telephony.startMusic(legId)).toEqual(failed('legGone'));
    expect(await telephony.hangUp(legId)).toEqual(done);
    expect(await telephony.destroyBridge(bridgeId)).toEqual(done);
  });

  it('rings a console that registered, and tells it when a colleague was faster', async () => {
    const { rig, events } = bench();
    const consoleId = hexId();
    const console = await rig.console({ consoleId, displayName: 'Ann', secret: `s-${consoleId}` });
    const request = bench().request({ consoleId }, { headers: { 'X-Frontdesk-Call': 'c1' } });
    expect(await rig.telephony.originate(request)).toEqual(done);
    await events.next('legAlerting', { legId: request.legId });
    expect(console.header('X-Frontdesk-Call')).toBe('c1');
    expect(await rig.telephony.hangUp(request.legId, 'answeredElsewhere')).toEqual(done);
    await events.next('legEnded', { legId: request.legId, cause: 'answeredElsewhere' });
    await bench().eventually(() => console.ended() && console.endedElsewhere());
  });

  it('hears of a console that answers, and of one that declines', async () => {
    const { rig, events } = bench();
    const consoleId = hexId();
    const console = await rig.console({ consoleId, displayName: 'Ann', secret: `s-${consoleId}` });
    const declined = bench().request({ consoleId });
    expect(await rig.telephony.originate(declined)).toEqual(done);
    await bench().eventually(() => console.alerts());
    console.reject(603);
    await events.next('legEnded', { legId: declined.legId, cause: 'declined' });
    const answered = bench().request({ consoleId });
    expect(await rig.telephony.originate(answered)).toEqual(done);
    await events.next('legAlerting', { legId: answered.legId });
    console.answer();
    await events.next('legAnswered', { legId: answered.legId });
  });

  it('cannot reach a console that is not there, gone or dismissed', async () => {
    const { telephony } = bench().rig;
    const consoleId = hexId();
    const request = () => bench().request({ consoleId });
    expect(await telephony.originate(request())).toEqual(failed('unreachable'));
    const console = await bench().rig.console({ consoleId, displayName: 'Ann', secret: `s-${consoleId}` });
    await console.goAway();
    expect(await telephony.originate(request())).toEqual(failed('unreachable'));
    expect(await telephony.dismissConsole(consoleId)).toEqual(done);
    expect(await telephony.originate(request())).toEqual(failed('unreachable'));
  });

  const hexId = (): string => Buffer.from(bench().id('c')).toString('hex');
}
