import type { Call, EndReason } from '../../../../shared/call/call.ts';
import { placeOf, type Desk } from './place-of.ts';

/** What remains on the screen for a moment of a call that has left it, so that nobody wonders where it went. */
export type Farewell = {
  /** As it was on the screen. */
  readonly call: Call;
  readonly lane: 'comingIn' | 'withYou';
  /** On the server's clock, ms since the epoch. */
  readonly at: number;
} & (
  | { readonly kind: 'answeredElsewhere'; readonly by: string | null }
  | { readonly kind: 'gaveUp' }
  | { readonly kind: 'ended'; readonly reason: EndReason | 'unknown' }
  /** Of a call we placed: the number did not answer. `afterMs`: for how long it was tried. */
  | { readonly kind: 'notReached'; readonly reason: UnreachedReason; readonly afterMs: number }
);

export type UnreachedFarewell = Extract<Farewell, { readonly kind: 'notReached' }>;
/** Whoever hangs up while it rings there knows that nobody answered. */
type UnreachedReason = Exclude<EndReason, 'weHungUp'>;

/** How long it stays. Who was not reached may be called again from it, so that one stays while its person looks for a pen. */
export const farewellMsOf = ({ kind }: Farewell): number => (kind === 'notReached' ? 60_000 : 5000);

/**
 * The farewell a change calls for, if any. `after` undefined: the call was not in a snapshot any more, so how it ended
 * is not known here.
 */
export function farewellOf(
  before: Call,
  after: Call | undefined,
  { desk, at, isBusy }: { readonly desk: Desk; readonly at: number; readonly isBusy: boolean },
): Farewell | null {
  const place = placeOf(before, desk, isBusy);
  if (place === 'withYou') return leftUs(before, after, at);
  return place === 'ringingHere' || place === 'takeable' ? stoppedRinging(before, after, desk, at) : null;
}

function leftUs(call: Call, after: Call | undefined, at: number): Farewell | null {
  if (after !== undefined && after.state !== 'ended') return null;
  if (call.state === 'dialling' && after !== undefined && after.reason !== 'weHungUp') {
    return { call, lane: 'withYou', at, kind: 'notReached', reason: after.reason, afterMs: after.at - call.since };
  }
  return { call, lane: 'withYou', at, kind: 'ended', reason: after?.reason ?? 'unknown' };
}

function stoppedRinging(call: Call, after: Call | undefined, desk: Desk, at: number): Farewell | null {
  const base = { call, lane: 'comingIn', at } as const;
  if (after === undefined) return { ...base, kind: 'ended', reason: 'unknown' };
  if (after.state === 'ended') {
    return after.reason === 'abandoned'
      ? { ...base, kind: 'gaveUp' }
      : { ...base, kind: 'ended', reason: after.reason };
  }
  if (after.state !== 'talking' || after.agent === null || after.agent.consoleId === desk.consoleId) return null;
  return { ...base, kind: 'answeredElsewhere', by: after.agent.userId === desk.userId ? null : after.agent.name };
}
