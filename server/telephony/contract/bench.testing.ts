import { expect, vi } from 'vitest';
import type { LegTag } from '../../ports/leg-tag.ts';
import type { ArrivedLeg } from '../../ports/telephony-event.ts';
import type { LegTarget, Originate } from '../../ports/telephony.ts';
import { type EventLog, patience } from './event-log.testing.ts';
import type { RigCall, RigDevice, RigTarget, TelephonyRig } from './rig.testing.ts';

/** The rig with what the tests of the contract do over and over. */
export type Bench = {
  readonly rig: TelephonyRig;
  readonly events: EventLog;
  /** An id nobody used before. */
  readonly id: (what: string) => string;
  readonly number: () => string;
  /** A caller dials in, and the driver says so. */
  readonly arrive: (
    call?: Partial<RigCall>,
  ) => Promise<{ readonly caller: RigDevice; readonly leg: ArrivedLeg; readonly legId: string }>;
  /** The same, answered. */
  readonly arriveAnswered: (hz?: number) => Promise<{ readonly caller: RigDevice; readonly legId: string }>;
  readonly request: (to: LegTarget, changes?: Partial<Originate>) => Originate;
  /** Somebody outside is rung. */
  readonly ring: (hz?: number) => Promise<{ readonly target: RigTarget; readonly legId: string }>;
  /** The same, answered. */
  readonly ringAnswered: (hz?: number) => Promise<{ readonly target: RigTarget; readonly legId: string }>;
  /** A caller and somebody outside in one bridge, hearing each other at 700 and 1100 Hz. */
  readonly talk: () => Promise<Talk>;
  readonly eventually: (fact: () => boolean, deadlineMs?: number) => Promise<void>;
};

export type Talk = {
  readonly caller: RigDevice;
  readonly callerLeg: string;
  readonly target: RigTarget;
  readonly targetLeg: string;
  readonly bridgeId: string;
};

export const done = { ok: true, value: undefined };
export const failed = (error: string) => ({ ok: false, error });
export const callerHz = 700;
export const targetHz = 1100;

export const eventually = (fact: () => boolean, deadlineMs?: number): Promise<void> =>
  vi.waitFor(() => expect(fact()).toBe(true), patience(deadlineMs));

export function createBench(rig: TelephonyRig, events: EventLog, prefix: string): Bench {
  const { telephony } = rig;
  let count = 0;
  const next = (): number => (count += 1);
  const id = (what: string): string => `${prefix}-${what}-${next()}`;
  const number = (): string => `+1555010${String(next()).padStart(4, '0')}`;
  const request = (to: LegTarget, changes: Partial<Originate> = {}): Originate => {
    const tag: LegTag = { callId: id('call'), role: 'target' };
    return {
      legId: id('leg'),
      to,
      from: { number: '+15550100', name: 'Desk' },
      headers: {},
      timeoutSeconds: 30,
      tag,
      ...changes,
    };
  };
  const arrive: Bench['arrive'] = async (call = {}) => {
    const dialled = `555${String(next()).padStart(4, '0')}`;
    const caller = await rig.dial({ dialled, number: number(), ...call });
    const leg = await arrived(events, call.dialled ?? dialled);
    return { caller, leg, legId: leg.legId };
  };
  const arriveAnswered: Bench['arriveAnswered'] = async (hz = callerHz) => {
    const { caller, legId } = await arrive({ hz });
    expect(await telephony.answer(legId)).toEqual(done);
    await eventually(() => caller.statuses().includes(200));
    return { caller, legId };
  };
  const ring: Bench['ring'] = async (hz = targetHz) => {
    const trunkNumber = number();
    const target = rig.target(trunkNumber, hz);
    const { legId, ...rest } = request({ trunkNumber });
    expect(await telephony.originate({ legId, ...rest })).toEqual(done);
    await events.next('legAlerting', { legId });
    return { target, legId };
  };
  const ringAnswered: Bench['ringAnswered'] = async (hz) => {
    const { target, legId } = await ring(hz);
    target.answer();
    await events.next('legAnswered', { legId });
    return { target, legId };
  };
  const talk = async (): Promise<Talk> => {
    const [{ caller, legId: callerLeg }, { target, legId: targetLeg }] = [await arriveAnswered(), await ringAnswered()];
    const bridgeId = id('bridge');
    expect(await telephony.createBridge(bridgeId)).toEqual(done);
    expect(await telephony.join(bridgeId, [callerLeg, targetLeg])).toEqual(done);
    await eventually(() => caller.hears(targetHz) && target.hears(callerHz));
    return { caller, callerLeg, target, targetLeg, bridgeId };
  };
  return { rig, events, id, number, arrive, arriveAnswered, request, ring, ringAnswered, talk, eventually };
}

async function arrived(events: EventLog, dialled: string): Promise<ArrivedLeg> {
  return vi.waitFor(() => {
    for (const event of events.all())
      if (event.type === 'legArrived' && event.leg.dialled === dialled) return event.leg;
    throw new Error(`nobody dialled ${dialled} yet`);
  }, patience());
}
