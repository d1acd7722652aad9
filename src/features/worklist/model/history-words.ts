import type { Call } from '../../../../shared/call/call.ts';
import { strings } from '../../../lib/strings/strings.ts';

const texts = strings.worklist.history;

/** What became of a call, in a few words. */
export function endedWords(call: Call): string {
  return call.state === 'ended' ? texts.reasons[call.reason] : texts.live;
}

/** How long the caller waited until somebody answered, or it was over (ms); null while they still wait. */
export function waitedMs(call: Call): number | null {
  const end = call.answeredAt ?? (call.state === 'ended' ? call.at : null);
  return end === null ? null : Math.max(0, end - call.arrivedAt);
}

/** How long it lasted from the answer to the end (ms), being held included; null where nobody answered, or it goes on. */
export function talkedMs(call: Call): number | null {
  return call.answeredAt === null || call.state !== 'ended' ? null : Math.max(0, call.at - call.answeredAt);
}

/** What a call is about: the queue it came on, or that it went out. */
export function lineOfCall({ queue, direction }: Pick<Call, 'queue' | 'direction'>): string {
  return queue?.name ?? (direction === 'outbound' ? strings.calls.outgoing : strings.calls.mainLine);
}
