import { fail, ok } from '../../../shared/result.ts';
import type { Originate, OriginateFailure, Telephony } from '../../ports/telephony.ts';
import { causeWhenWeEnd, endLeg } from './fake-end-leg.ts';
import { type LegRecord, newLeg } from './fake-leg.ts';
import { command, type FakePbx, onLeg, report, unbridge } from './fake-pbx.ts';

type LegCommands = Pick<
  Telephony,
  | 'ring'
  | 'startEarlyMedia'
  | 'answer'
  | 'reject'
  | 'hangUp'
  | 'originate'
  | 'readHeader'
  | 'tag'
  | 'limitDuration'
  | 'echo'
  | 'snoop'
>;

export function fakeLegCommands(pbx: FakePbx): LegCommands {
  const toLeg = (name: keyof LegCommands, legId: string, change: (leg: LegRecord) => void) =>
    command(pbx, name, () => onLeg(pbx, legId, change));
  return {
    ring: (legId) => toLeg('ring', legId, (leg) => void leg.signals.push('ringing')),
    startEarlyMedia: (legId) => toLeg('startEarlyMedia', legId, (leg) => void leg.signals.push('earlyMedia')),
    answer: (legId) => toLeg('answer', legId, connect),
    reject: (legId, cause) =>
      toLeg('reject', legId, (leg) => {
        leg.rejectedWith = cause;
        endLeg(pbx, leg, causeWhenWeEnd(leg));
      }),
    hangUp: (legId, cause = 'normal') =>
      command(pbx, 'hangUp', () => {
        const leg = pbx.legs.get(legId);
        if (leg === undefined || leg.state === 'ended') return fail('legGone');
        leg.hungUpWith = cause;
        endLeg(pbx, leg, cause === 'answeredElsewhere' ? 'answeredElsewhere' : causeWhenWeEnd(leg));
        return ok();
      }),
    originate: (request) => command<void, OriginateFailure>(pbx, 'originate', () => originate(pbx, request)),
    readHeader: (legId, name) => command(pbx, 'readHeader', () => headerOf(pbx, legId, name)),
    tag: (legId, tag) => toLeg('tag', legId, (leg) => void (leg.tag = tag)),
    limitDuration: (legId, seconds) =>
      toLeg('limitDuration', legId, (leg) => addTimer(pbx, leg, seconds, () => endLeg(pbx, leg, 'hungUp'))),
    echo: (legId) =>
      toLeg('echo', legId, (leg) => {
        unbridge(pbx, leg);
        leg.echoes = true;
      }),
    snoop: (legId, snoopLegId, spy, whisper) =>
      toLeg('snoop', legId, () => {
        const snoops = { legId, spy, whisper: whisper ?? null };
        pbx.legs.set(snoopLegId, newLeg({ legId: snoopLegId, origin: 'snoop', state: 'connected', snoops }));
      }),
  };
}

function headerOf(pbx: FakePbx, legId: string, name: string) {
  const leg = pbx.legs.get(legId);
  if (leg === undefined || leg.state === 'ended') return fail('legGone' as const);
  const found = Object.entries(leg.headers).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return ok(found?.[1] ?? null);
}

function connect(leg: LegRecord): void {
  if (leg.state === 'connected') return;
  leg.state = 'connected';
  leg.signals.push('answered');
}

function originate(pbx: FakePbx, request: Originate) {
  const { legId, to, tag } = request;
  if (pbx.legs.has(legId)) return fail('refusedByPbx' as const);
  if ('consoleId' in to && !pbx.reachable.has(to.consoleId)) return fail('unreachable' as const);
  const leg = newLeg({ legId, origin: 'originated', state: 'alerting', request, headers: request.headers, tag });
  pbx.legs.set(legId, leg);
  addTimer(pbx, leg, request.timeoutSeconds, () => {
    if (leg.state === 'alerting') endLeg(pbx, leg, 'noAnswer');
  });
  report(pbx, { type: 'legAlerting', legId });
  return ok();
}

function addTimer(pbx: FakePbx, leg: LegRecord, seconds: number, task: () => void): void {
  const stopOthers = leg.stopTimers;
  const stop = pbx.clock.after(seconds * 1000, task);
  leg.stopTimers = () => {
    stopOthers();
    stop();
  };
}
