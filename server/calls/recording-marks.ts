import type { CallEvent, CallEventType } from '../../shared/call/call-event.ts';
import type { Mark, MarkKind, RecordedPerson } from '../../shared/recording/recording.ts';

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

/** What leaves a mark. */
const kinds: { readonly [Type in CallEventType]?: MarkKind } = {
  recordingPaused: 'paused',
  recordingResumed: 'resumed',
  heldByUs: 'held',
  heldByThem: 'held',
  parked: 'held',
  resumed: 'unheld',
  answered: 'answered',
  rejoined: 'answered',
  retrieved: 'answered',
  legLost: 'legLost',
  transferStarted: 'transferred',
};

function markOf(event: CallEvent): Pick<Mark, 'kind' | 'text'> | null {
  if (event.type === 'recordingStarted') return event.notice === undefined ? null : { kind: 'announced', text: '' };
  const kind = kinds[event.type];
  if (kind === undefined) return null;
  const text = event.type === 'transferStarted' ? event.target.name : (whoCame(event)?.name ?? '');
  return { kind, text };
}
