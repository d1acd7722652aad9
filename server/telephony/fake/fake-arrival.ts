import { newLeg } from './fake-leg.ts';
import { type FakePbx, report } from './fake-pbx.ts';

/** A caller from the trunk. */
export type Arrival = {
  readonly dialled: string;
  readonly number?: string | null;
  readonly name?: string | null;
  /** RFC 3323: whatever number and name were given, they are not shown. */
  readonly withheld?: boolean;
  readonly divertedFrom?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: `caller-1`, `caller-2`, … */
  readonly legId?: string;
};

export function arrive(pbx: FakePbx, arrival: Arrival): string {
  const { dialled, number = null, name = null, withheld = false, divertedFrom = null, headers = {} } = arrival;
  const legId = arrival.legId ?? `caller-${pbx.legs.size + 1}`;
  pbx.legs.set(legId, newLeg({ legId, origin: 'arrived', state: 'alerting', headers }));
  const caller = withheld ? { number: null, name: null, withheld } : { number, name, withheld };
  report(pbx, {
    type: 'legArrived',
    leg: { legId, dialled, caller, divertedFrom, sipCallId: `${legId}@fake` },
  });
  return legId;
}
