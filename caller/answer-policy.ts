import type { SipCall } from './call/sip-call.ts';

/** What is done with calls that come in. */
export type AnswerPolicy =
  /** Rings (180) and answers after a while. */
  | { readonly does: 'answer'; readonly afterMs: number }
  /** Rings unless at once, and refuses. */
  | { readonly does: 'reject'; readonly status: number; readonly afterMs: number }
  /** Rings for ever. */
  | { readonly does: 'ring' }
  /** Says nothing at all, as a device does that has lost its network. */
  | { readonly does: 'ignore' }
  /** Left to the listener of `onIncoming`. */
  | { readonly does: 'nothing' };

export const answersAfter = (afterMs = 0): AnswerPolicy => ({ does: 'answer', afterMs });
export const rejectsWith = (status: number, afterMs = 0): AnswerPolicy => ({ does: 'reject', status, afterMs });
export const ringsForEver: AnswerPolicy = { does: 'ring' };
export const ignoresCalls: AnswerPolicy = { does: 'ignore' };
export const leavesItToListener: AnswerPolicy = { does: 'nothing' };

/** Does with a fresh call as the policy says. */
export function applyPolicy(
  policy: AnswerPolicy,
  call: SipCall,
  schedule: (delayMs: number, run: () => void) => void,
): void {
  switch (policy.does) {
    case 'answer':
      call.ring();
      return policy.afterMs > 0 ? schedule(policy.afterMs, () => call.answer()) : void call.answer();
    case 'reject':
      if (policy.afterMs === 0) return void call.reject(policy.status);
      call.ring();
      return schedule(policy.afterMs, () => call.reject(policy.status));
    case 'ring':
      return call.ring();
    case 'ignore':
    case 'nothing':
      return;
    default:
      return policy satisfies never;
  }
}
