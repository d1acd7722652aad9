import type { Call } from '../../shared/call/call.ts';
import type { StreamEvent } from '../../shared/protocol/stream.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { type AddDesk, addToWorklist } from './add-to-worklist.ts';
import type { CallBoard } from './call-board.ts';
import type { Desk } from './desk.ts';
import { type FinishDesk, finishWorkItem, type Origin, reopenWorkItem } from './finish-work-item.ts';
import { createSerial } from './serial.ts';
import { askedBy, inVainOf, leftBy } from './work-item.ts';

/** Who has been talked to for so long has been spoken to; a line that drops at once is no conversation. */
const lastingMs = 5_000;

/** How long an entry waits for the database; what is not stored by then lets the others go first. */
const patienceMs = [50, 200, 1000, 3000, 10_000];
/** How long after that it is made up for, at first and at most. */
const againMs = { first: 60_000, most: 600_000 };

/** What is looked at after a start, and when something was not stored: what may have happened without being noted. */
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
  /** Set while something is to be made up for. */
  let stopWaiting: (() => void) | null = null;
  let waitMs = againMs.first;
  const run = (work: () => Promise<boolean>): Promise<void> =>
    inOrder(async () => {
      if (!(await work())) stopWaiting ??= desk.clock.after(waitMs, makeUp);
    });
  const unwatched = (running: Promise<void>): void =>
    void running.catch((error: unknown) => desk.log.error({ err: error }, 'following the worklist failed'));
  const makeUp = (): void => {
    stopWaiting = null;
    const again = async (): Promise<boolean> => {
      const all = await catchUp(desk);
      waitMs = all ? againMs.first : Math.min(waitMs * 2, againMs.most);
      return all;
    };
    unwatched(run(again));
  };
  const stop = board.subscribe(({ event, call }) => {
    const task = taskOf(desk, event, call);
    if (task !== null) unwatched(run(() => patiently(desk, task)));
  });
  return {
    /** Makes up for what happened while no server was there. */
    catchUp: () => run(() => catchUp(desk)),
    /** Resolves when everything that was said until now is on the list, or is to be made up for. */
    settled: () => inOrder(async () => {}),
    close: (): void => {
      stop();
      stopWaiting?.();
      stopWaiting = () => {};
    },
  };
}

type Noted = Promise<Result<unknown, StoreFailure | 'noSuchWorkItem'>>;
type Task = () => Noted;

function taskOf(desk: WorklistDesk, { body }: StreamEvent, call: Call | null): Task | null {
  switch (body.kind) {
    case 'call':
      return call?.state === 'ended' ? () => callEnded(desk, call) : null;
    case 'reply': {
      const { reply } = body;
      if (reply.answer === null) return null;
      const { handled } = reply;
      if (handled !== null) return () => finishThatOf(desk, reply.callId, handled.by, { kind: 'reply', id: reply.id });
      const asked = askedBy(reply);
      return asked === null ? null : () => addToWorklist(desk, asked);
    }
    case 'recording': {
      const { recording } = body;
      if (recording.kind !== 'voicemail') return null;
      const { handled } = recording;
      if (handled !== null)
        return () => finishThatOf(desk, recording.callId, handled.by, { kind: 'recording', id: recording.id });
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

const isNoted = async (task: Task): Promise<boolean> => {
  const noted = await task();
  return noted.ok || noted.error === 'noSuchWorkItem';
};

/** False: the database does not take it. */
async function patiently(desk: WorklistDesk, task: Task): Promise<boolean> {
  if (await isNoted(task)) return true;
  for (const pauseMs of patienceMs) {
    await new Promise<void>((resolve) => void desk.clock.after(pauseMs, resolve));
    if (await isNoted(task)) return true;
  }
  desk.log.error({}, 'the worklist could not be stored; it is made up for later');
  return false;
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

/**
 * What an entry is about was dealt with where it is. Somebody may have undone that before it was heard of here: looked at after
 * the entry was changed, it tells, since whoever undoes it changes the entry after it.
 */
async function finishThatOf(
  desk: WorklistDesk,
  callId: string,
  by: { readonly userId: string; readonly name: string },
  origin: Origin,
): Noted {
  const about = await desk.worklist.ofCall(callId);
  if (!about.ok || about.value === null) return about;
  const { id, replyId, recordingId } = about.value;
  const done = await finishWorkItem(desk, id, by, 'marked', origin);
  if (!done.ok || origin.id !== (origin.kind === 'reply' ? replyId : recordingId)) return done;
  const now = await (origin.kind === 'reply' ? desk.replies.find(origin.id) : desk.recordings.find(origin.id));
  if (!now.ok || now.value === null || now.value.handled !== null) return now;
  return reopenWorkItem(desk, id);
}

/** As things are now: what was noted already stays as it is. False: the database did not say or take everything. */
async function catchUp(desk: WorklistDesk): Promise<boolean> {
  const since = desk.clock.now() - lookedBackMs;
  const [calls, replies, left] = await Promise.all([
    desk.calls.recent({ limit: mostLookedBack }),
    desk.replies.list({ handled: false, answered: true, limit: mostLookedBack }),
    desk.recordings.list({ kind: 'voicemail', handled: false, from: since }, { limit: mostLookedBack, offset: 0 }),
  ]);
  if (!calls.ok || !replies.ok || !left.ok) return false;
  const tasks = [
    ...calls.value
      .filter((call) => call.state === 'ended' && call.arrivedAt >= since)
      .map((call) => ({ at: call.arrivedAt, task: () => callEnded(desk, call) })),
    ...replies.value
      .filter(({ sentAt }) => sentAt >= since)
      .flatMap((reply) => {
        const asked = askedBy(reply);
        return asked === null ? [] : [{ at: reply.sentAt, task: () => addToWorklist(desk, asked) }];
      }),
    ...left.value.recordings.map((recording) => ({
      at: recording.startedAt,
      task: () => addToWorklist(desk, leftBy(recording)),
    })),
  ];
  let all = true;
  // Those of one call stand together, in the order in which things happened.
  for (const { task } of tasks.toSorted((a, b) => a.at - b.at)) if (!(await isNoted(task))) all = false;
  return all;
}
