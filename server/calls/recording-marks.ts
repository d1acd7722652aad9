import type { CallEvent } from '../../shared/call/call-event.ts';
import type { Mark, RecordedPerson } from '../../shared/recording/recording.ts';

type Story = { readonly marks: readonly Mark[]; readonly people: readonly RecordedPerson[] };

/**
 * What a recording of a call has to say of it: the places at which something happened, and who of ours talked. All of it follows
 * from the call's story, so that nothing of it is lost with a server.
 */
export function storyOf(events: readonly CallEvent[], startedAt: number): Story {
  const begin = beginOf(events, startedAt);
  const rest = events.slice(begin);
  const end = rest.findIndex(endsRecording);
  const during = end < 0 ? rest : rest.slice(0, end);
  const before = events.slice(0, begin).flatMap((event) => whoCame(event) ?? []);
  const people = [...before.slice(-1), ...during.flatMap((event) => whoCame(event) ?? [])];
  const marks = during.flatMap((event) => {
    const mark = markOf(event);
    return mark === null ? [] : [{ ...mark, atMs: Math.max(0, event.at - startedAt) }];
  });
  return {
    marks: marks.map((mark, index) => ({ ...mark, id: markId(index) })),
    people: [...new Map(people.map(({ userId, name }) => [userId, { userId, name }])).values()],
  };
}

/** The event that says that it began; that could not be stored, perhaps, while the rest could. */
function beginOf(events: readonly CallEvent[], startedAt: number): number {
  const told = events.findIndex(({ type, at }) => type === 'recordingStarted' && at >= startedAt);
  if (told >= 0) return told;
  const later = events.findIndex(({ at }) => at > startedAt);
  return later < 0 ? events.length : later;
}

/** The same of the same story, so that a recording that is kept twice is the same one. */
const markId = (index: number): string => (index + 1).toString(16).padStart(32, '0');

function whoCame(event: CallEvent): RecordedPerson | null {
  const comes =
    event.type === 'answered' || event.type === 'rejoined' || event.type === 'retrieved' || event.type === 'placed';
  return comes ? event.by : null;
}

const endsRecording = ({ type }: CallEvent): boolean =>
  type === 'recordingStopped' || type === 'recordingFailed' || type === 'ended';

function markOf(event: CallEvent): Pick<Mark, 'kind' | 'text'> | null {
  switch (event.type) {
    case 'recordingStarted':
      return event.notice === undefined ? null : { kind: 'announced', text: '' };
    case 'recordingPaused':
      return { kind: 'paused', text: '' };
    case 'recordingResumed':
      return { kind: 'resumed', text: '' };
    case 'heldByUs':
    case 'heldByThem':
    case 'parked':
      return { kind: 'held', text: '' };
    case 'resumed':
      return { kind: 'unheld', text: '' };
    case 'answered':
    case 'rejoined':
    case 'retrieved':
      return { kind: 'answered', text: event.by.name };
    case 'legLost':
      return { kind: 'legLost', text: '' };
    case 'transferStarted':
      return { kind: 'transferred', text: event.target.name };
    case 'arrived':
    case 'placed':
    case 'dialled':
    case 'alerted':
    case 'offered':
    case 'declined':
    case 'offerLost':
    case 'wentUnanswered':
    case 'consultStarted':
    case 'consultAnswered':
    case 'consultCancelled':
    case 'transferCompleted':
    case 'transferFailed':
    case 'replyStarted':
    case 'replyStepped':
    case 'replyAnswered':
    case 'voicemailStarted':
    case 'voicemailLeft':
    case 'recordingStopped':
    case 'recordingFailed':
    case 'muted':
    case 'unmuted':
    case 'noted':
    case 'ended':
      return null;
    default:
      return event satisfies never;
  }
}
