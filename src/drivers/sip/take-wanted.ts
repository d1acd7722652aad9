import type { Result } from '../../../shared/result.ts';
import type { AnswerFailure, PhoneEvent } from '../../ports/phone-line.ts';
import type { SipLeg } from './sip-leg.ts';

/**
 * Takes a call whose person has said so already, in another window or before they were cut off. One that cannot be taken
 * is let go of at once, and that is said: nobody looks at it here, and it would ring until the PBX gives up.
 */
export async function takeWanted(
  leg: Pick<SipLeg, 'callId' | 'refuse'>,
  answer: () => Promise<Result<void, AnswerFailure>>,
  tell: (event: PhoneEvent) => void,
): Promise<void> {
  const answered = await answer();
  // The caller has left in that moment, or a colleague was faster: that is told as it is of any other.
  if (answered.ok || answered.error === 'noOffer') return;
  tell({ type: 'answerFailed', callId: leg.callId, why: answered.error });
  // Gone in that moment: then there is nothing to let go of.
  await leg.refuse().catch(() => undefined);
}
