import type { Call } from '../../shared/call/call.ts';
import type { CallEnding } from '../ports/call-query.ts';

/** Whether that came of a call. A call that goes on is live, and may have been answered. */
export function endedSo(call: Call, ending: CallEnding): boolean {
  const reason = call.state === 'ended' ? call.reason : null;
  switch (ending) {
    case 'live':
      return reason === null;
    case 'voicemail':
      return reason === 'voicemailLeft';
    case 'replied':
    case 'abandoned':
      return reason === ending;
    case 'answered':
      return call.answeredAt !== null && reason !== 'voicemailLeft' && reason !== 'replied' && reason !== 'abandoned';
    case 'missed':
      return (
        call.direction === 'inbound' &&
        call.answeredAt === null &&
        reason !== null &&
        reason !== 'voicemailLeft' &&
        reason !== 'replied' &&
        reason !== 'abandoned'
      );
    case 'notReached':
      return call.direction === 'outbound' && call.answeredAt === null && reason !== null;
    default:
      return ending satisfies never;
  }
}
