import type { LegEndCause } from '../../ports/telephony-event.ts';
import type { RejectCause } from '../../ports/telephony.ts';

export type EndFacts = {
  readonly origin: 'arrived' | 'originated' | 'snoop';
  readonly answered: boolean;
  /** What we asked for, if it was us. */
  readonly endedByUs: 'normal' | 'answeredElsewhere' | null;
  /** Q.850 §2.2.7; or the PBX's own flags, which mean nothing here. */
  readonly cause: number | null;
  /** The SIP status. */
  readonly sipStatus: number | null;
};

/** RFC 3261 §21. What is not in here is `failed`. */
const bySipStatus: ReadonlyMap<number, LegEndCause> = new Map<number, LegEndCause>([
  [404, 'unknownNumber'],
  [408, 'unreachable'],
  [410, 'unknownNumber'],
  [480, 'noAnswer'],
  [484, 'unknownNumber'],
  [486, 'busy'],
  [487, 'cancelled'],
  [503, 'unreachable'],
  [600, 'busy'],
  [403, 'declined'],
  [603, 'declined'],
  [604, 'unknownNumber'],
]);

/** ITU-T Q.850 table 1. What is not in here says nothing. */
const byQ850: ReadonlyMap<number, LegEndCause> = new Map<number, LegEndCause>([
  [1, 'unknownNumber'],
  [3, 'unknownNumber'],
  [16, 'hungUp'],
  [17, 'busy'],
  [18, 'noAnswer'],
  [19, 'noAnswer'],
  [20, 'unreachable'],
  [21, 'declined'],
  [22, 'unknownNumber'],
  [26, 'answeredElsewhere'],
  [27, 'unreachable'],
  [28, 'unknownNumber'],
  [34, 'failed'],
  [38, 'failed'],
  // Asterisk hangs up with 44 when no sound came for `rtp_timeout` seconds.
  [44, 'failed'],
  [58, 'failed'],
  [127, 'failed'],
]);

/** Q.850 causes that go with what we ask for. */
const ownCauses = { normal: 16, answeredElsewhere: 26 };

export function legEndCause({ origin, answered, endedByUs, cause, sipStatus }: EndFacts): LegEndCause {
  // Ended by us before its INVITE was out, a leg has the cause we gave and a 603 that nobody sent: a device's has 21.
  const byDevice = endedByUs === null || (cause !== ownCauses.normal && cause !== ownCauses.answeredElsewhere);
  if (!answered && sipStatus !== null && byDevice) return bySipStatus.get(sipStatus) ?? 'failed';
  if (endedByUs === 'answeredElsewhere') return endedByUs;
  if (endedByUs === 'normal') return answered ? 'hungUp' : origin === 'arrived' ? 'declined' : 'cancelled';
  const named = cause === null ? undefined : byQ850.get(cause);
  if (named !== undefined) return named;
  // Nothing is told of a caller who gives up while the dialplan is still on the way to us.
  if (!answered) return origin === 'arrived' ? 'cancelled' : 'failed';
  return 'hungUp';
}

/**
 * Q.850 cause → SIP status as Asterisk 22 sends it (measured): a SIP status given as `reason_code` would always make
 * 603.
 */
export const q850OfReject: Readonly<Record<RejectCause, number>> = {
  busy: 17, // 486
  unavailable: 20, // 480
  declined: 16, // 603
  forbidden: 21, // 403
  unknownNumber: 1, // 404
  congestion: 34, // 503
};
