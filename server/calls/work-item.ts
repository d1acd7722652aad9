import type { Call } from '../../shared/call/call.ts';
import type { CallEvent } from '../../shared/call/call-event.ts';
import type { Recording } from '../../shared/recording/recording.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import type { WorkItem } from '../../shared/worklist/worklist.ts';

/** Why somebody is to be called back, before it is known which entry of the list that becomes. */
export type InVain = Omit<WorkItem, 'id' | 'version' | 'tries' | 'done'>;

/** What each reason is worth: of two about one call the caller's own words are the news. */
const weight: Readonly<Record<WorkItem['what'], number>> = {
  abandoned: 0,
  missed: 0,
  closed: 0,
  no: 1,
  yes: 1,
  voicemail: 2,
  urgent: 2,
};

/** A call that came in and that nobody took, as its story tells it. Null: it was no such call. */
export function inVainOf(call: Call, story: readonly CallEvent[]): InVain | null {
  const what = reasonOf(call, story);
  if (what === null) return null;
  const turned = story.find(({ type }) => type === 'wentUnanswered' || type === 'voicemailStarted' || type === 'ended');
  return {
    ...nobody,
    callId: call.id,
    queue: call.queue,
    caller: callerOf(call.caller),
    missedAt: call.arrivedAt,
    waitedMs: Math.max(0, (turned?.at ?? call.arrivedAt) - call.arrivedAt),
    what,
    callBackOn: call.caller.number,
  };
}

function reasonOf(call: Call, story: readonly CallEvent[]): WorkItem['what'] | null {
  if (call.state !== 'ended' || call.direction !== 'inbound') return null;
  switch (call.reason) {
    case 'voicemailLeft':
      return 'voicemail';
    case 'abandoned':
      return 'abandoned';
    case 'missed':
      return story.some((event) => event.type === 'wentUnanswered' && event.why === 'closed') ? 'closed' : 'missed';
    case 'lost':
    case 'failed':
      // Who waited while the server was away has been missed, however that ended.
      return call.answeredAt === null && !story.some(({ type }) => type === 'replyStarted') ? 'missed' : null;
    case 'callerHungUp':
    case 'weHungUp':
    case 'transferred':
    case 'replied':
    case 'busy':
    case 'declined':
    case 'noAnswer':
    case 'unknownNumber':
    case 'unreachable':
      return null;
    default:
      return call.reason satisfies never;
  }
}

/**
 * An answered reply that asks for something: it is urgent, a message was left, or the caller said yes, which whoever asked sees
 * to. A no asks for nothing and stays among the replies, as does a yes to calling again themselves.
 */
export function askedBy(reply: Reply): InVain | null {
  const { answer, promisedAt = null } = reply;
  if (reply.handled !== null) return null;
  if (answer !== 'urgent' && answer !== 'voicemail' && answer !== 'yes') return null;
  if (answer === 'yes' && reply.asksNothing === true) return null;
  const keyed = reply.result?.ExtNfo ?? '';
  return {
    ...nobody,
    callId: reply.callId,
    queue: reply.queue,
    caller: callerOf(reply.caller),
    missedAt: reply.sentAt,
    waitedMs: 0,
    what: answer,
    replyId: reply.id,
    callBackOn: answer === 'urgent' && keyed !== '' ? keyed : reply.caller.number,
    dueAt: promisedAt,
    // Who asked, or promised a time, is who calls.
    ...((answer === 'yes' || promisedAt !== null) && { owner: reply.by, ownedAt: reply.sentAt }),
  };
}

/** The message a caller left. */
export const leftBy = (recording: Recording): InVain => ({
  ...nobody,
  callId: recording.callId,
  queue: recording.queue,
  caller: recording.caller,
  missedAt: recording.startedAt,
  waitedMs: 0,
  what: 'voicemail',
  recordingId: recording.id,
  callBackOn: recording.caller.number,
});

const nobody = { replyId: null, recordingId: null, owner: null, ownedAt: null, dueAt: null } as const;

const callerOf = ({ number, name, withheld }: WorkItem['caller']): WorkItem['caller'] => ({ number, name, withheld });

/** More is known of the very call an entry is about; null where it is known already. */
export function amended(item: WorkItem, known: InVain): WorkItem | null {
  const isNews = weight[known.what] > weight[item.what];
  const next: WorkItem = {
    ...item,
    version: item.version + 1,
    what: isNews ? known.what : item.what,
    callBackOn: isNews ? known.callBackOn : item.callBackOn,
    replyId: known.replyId ?? item.replyId,
    recordingId: known.recordingId ?? item.recordingId,
    owner: item.owner ?? known.owner,
    ownedAt: item.ownedAt ?? known.ownedAt,
    dueAt: known.dueAt ?? item.dueAt,
  };
  const same = amendable.every((key) => next[key] === item[key]);
  return same ? null : next;
}

const amendable = [
  'what',
  'callBackOn',
  'replyId',
  'recordingId',
  'ownedAt',
  'dueAt',
] as const satisfies readonly (keyof WorkItem)[];

/** They have called once more: the latest call wins, whoever calls back stays. */
export const joined = (item: WorkItem, again: InVain): WorkItem => ({
  ...item,
  ...again,
  version: item.version + 1,
  caller: { ...again.caller, name: again.caller.name ?? item.caller.name },
  tries: item.tries + 1,
  replyId: again.replyId ?? item.replyId,
  recordingId: again.recordingId ?? item.recordingId,
  owner: item.owner ?? again.owner,
  ownedAt: item.ownedAt ?? again.ownedAt,
  dueAt: again.dueAt ?? item.dueAt,
});
