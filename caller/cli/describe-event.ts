import type { CallEvent } from '../call/call-event.ts';

/** One line for an event, undefined for what is not worth one. `since`: when the call began, same clock as `at`. */
export function describeEvent(event: CallEvent, since: number): string | undefined {
  const sentence = sentenceOf(event);
  return sentence === undefined ? undefined : `${((event.at - since) / 1000).toFixed(3).padStart(8)} s  ${sentence}`;
}

function sentenceOf(event: CallEvent): string | undefined {
  switch (event.type) {
    case 'invited':
      return 'invited';
    case 'status':
      return `status ${event.status}`;
    case 'answered':
      return 'answered';
    case 'held':
      return 'put on hold';
    case 'resumed':
      return 'taken off hold';
    case 'digitHeard':
      return `key ${event.digit} heard (${event.durationMs} ms, ${event.by})`;
    case 'requestReceived':
      return undefined;
    case 'ended':
      return `ended: ${[event.ending.why, `by ${event.ending.by}`, event.ending.status, ...event.ending.reasons].filter(Boolean).join(', ')}`;
    default:
      return event satisfies never;
  }
}
