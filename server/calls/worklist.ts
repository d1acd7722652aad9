import type { Call } from '../../shared/call/call.ts';
import type { StreamEvent } from '../../shared/protocol/stream.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { type AddDesk, addToWorklist } from './add-to-worklist.ts';
import type { CallBoard } from './call-board.ts';
import type { Desk } from './desk.ts';
import { type FinishDesk, finishWorkItem } from './finish-work-item.ts';
import { createSerial } from './serial.ts';
import { askedBy, inVainOf, leftBy } from './work-item.ts';

/** Who has been talked to for so long has been spoken to; a line that drops at once is no conversation. */
const lastingMs = 5_000;

/** How long an entry waits for the database; what is not stored by then is made up at the next start. */
const patienceMs = [50, 200, 1000, 3000, 10_000];

/** What is looked at after a start: what may have happened while nobody was there to note it. */
const lookedBackMs = 24 * 3_600_000;
const mostLookedBack = 200;

/** No list of people to be called back is longer, and none that is would be read. */
const mostOpen = 1000;

export type WorklistDesk = AddDesk & FinishDesk & Pick<Desk, 'dialling'>;

/**
 * Keeps the list of callers to be called back: whom nobody took, who left a message, whose answer asks for it. It follows what
 * the stream says, so whatever server a call was at, and says nothing twice.
 */
export function openWorklist(desk: WorklistDesk, board: CallBoard) {
  const inOrder = createSerial();
  const note = (task: () => Noted): Promise<void> => inOrder(() => patiently(desk, task));
  const stop = board.subscribe(({ event, call }) => {
    const task = taskOf(desk, event, call);
    if (task === null) return;
    note(task).catch((error: unknown) => desk.log.error({ err: error }, 'following the worklist failed'));
  });
  return {
    /** Makes up for what happened while no server was there. */
    catchUp: () => inOrder(() => catchUp(desk)),
    /** Resolves when everything that was said until now is on the list. */
    settled: () => inOrder(async () => {}),
    close: stop,
  };
}

type Noted = Promise<Result<unknown, StoreFailure | 'noSuchWorkItem'>>;

function taskOf(desk: WorklistDesk, { body }: StreamEvent, call: Call | null): (() => Noted) | null {
  switch (body.kind) {
    case 'call':
      return call?.state === 'ended' ? () => callEnded(desk, call) : null;
    case 'reply': {
      const { reply } = body;
      if (reply.answer === null) return null;
      const { handled } = reply;
      if (handled !== null) return () => finishThatOf(desk, reply.callId, handled.by);
      const asked = askedBy(reply);
      return asked === null ? null : () => addToWorklist(desk, asked);
    }
    case 'recording': {
      const { recording } = body;
      if (recording.kind !== 'voicemail') return null;
      const { handled } = recording;
      if (handled !== null) return () => finishThatOf(desk, recording.callId, handled.by);
      return () => addToWorklist(desk, leftBy(recording));
    }
    case 'recordingGone':
    case 'workItem':
    case 'phoneSystem':
    case 'person':
    case 'personGone':
      return null;
    default:
      return body satisfies never;
  }
}

async function patiently(desk: WorklistDesk, task: () => Noted): Promise<void> {
  for (const pauseMs of [...patienceMs, null]) {
    const noted = await task();
    if (noted.ok || noted.error === 'noSuchWorkItem') return;
    if (pauseMs === null) break;
    await new Promise<void>((resolve) => void desk.clock.after(pauseMs, resolve));
  }
  desk.log.error({}, 'the worklist could not be stored');
}

async function callEnded(desk: WorklistDesk, call: Call): Noted {
  if (isTalk(call)) return finishSpokenTo(desk, call);
  if (call.direction !== 'inbound') return ok();
  const story = await desk.calls.eventsOf(call.id);
  if (!story.ok) return story;
  const inVain = inVainOf(call, story.value);
  return inVain === null ? ok() : addToWorklist(desk, inVain);
}

/** A conversation that lasted, and after which the caller was not sent on to a machine. */
function isTalk(call: Call): boolean {
  if (call.state !== 'ended' || call.answeredAt === null || call.at - call.answeredAt < lastingMs) return false;
  return !['voicemailLeft', 'abandoned', 'missed', 'replied'].includes(call.reason);
}

/** Somebody has spoken to them, in either direction: whatever they called for is over. */
async function finishSpokenTo(desk: WorklistDesk, call: Call): Noted {
  const { agent, caller } = call;
  if (agent === null || caller.number === null) return ok();
  const { numbers } = desk.dialling;
  const plain = (number: string | null): string | null => {
    const read = number === null ? null : numbers.read(number);
    return read?.ok === true ? read.value.e164 : number;
  };
  const number = plain(caller.number);
  const open = await desk.worklist.list({ done: false, limit: mostOpen });
  if (!open.ok) return open;
  const theirs = open.value.filter(
    (item) =>
      item.missedAt < call.arrivedAt && (plain(item.caller.number) === number || plain(item.callBackOn) === number),
  );
  for (const item of theirs) {
    const done = await finishWorkItem(desk, item.id, agent, 'spoken');
    if (!done.ok) return done;
  }
  return ok();
}

/** What an entry is about was dealt with where it is. */
async function finishThatOf(
  desk: WorklistDesk,
  callId: string,
  by: { readonly userId: string; readonly name: string },
): Noted {
  const about = await desk.worklist.ofCall(callId);
  if (!about.ok) return about;
  return about.value === null ? ok() : finishWorkItem(desk, about.value.id, by, 'marked');
}

async function catchUp(desk: WorklistDesk): Promise<void> {
  const since = desk.clock.now() - lookedBackMs;
  const [calls, replies, left] = await Promise.all([
    desk.calls.recent({ limit: mostLookedBack }),
    desk.replies.list({ handled: false, answered: true, limit: mostLookedBack }),
    desk.recordings.list({ kind: 'voicemail', handled: false, from: since }, { limit: mostLookedBack, offset: 0 }),
  ]);
  const asked = replies.ok ? replies.value.filter(({ sentAt }) => sentAt >= since) : [];
  const tasks = [
    ...(calls.ok ? calls.value : [])
      .filter((call) => call.state === 'ended' && call.arrivedAt >= since)
      .map((call) => ({ at: call.arrivedAt, task: () => callEnded(desk, call) })),
    ...asked.flatMap((reply) => {
      const inVain = askedBy(reply);
      return inVain === null ? [] : [{ at: reply.sentAt, task: () => addToWorklist(desk, inVain) }];
    }),
    ...(left.ok ? left.value.recordings : []).map((recording) => ({
      at: recording.startedAt,
      task: () => addToWorklist(desk, leftBy(recording)),
    })),
  ];
  // Those of one call stand together, in the order in which things happened.
  for (const { task } of tasks.toSorted((a, b) => a.at - b.at)) await patiently(desk, task);
}
