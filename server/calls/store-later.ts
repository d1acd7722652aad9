import type { Unstored } from './backlog.ts';
import type { Desk } from './desk.ts';
import type { LiveCall } from './live-call.ts';

/** How long until the database is asked again; the last for as long as this server runs. */
const pausesMs = [50, 200, 1000, 3000] as const;

/** Of one call: more than happens to any while a database is away. The rest is left out of its story, but for its end. */
const mostWaiting = 200;

/**
 * The call goes on, and what happened to it is stored, and with that told, after what waits already, once the database
 * answers. In the call's order.
 */
export function storeLater(desk: Desk, live: LiveCall, unstored: Unstored): void {
  live.stored = { ...live.stored, call: unstored.call };
  if (live.backlog === null) {
    desk.log.warn({ callId: live.id, events: typesOf(unstored) }, 'what happens to a call is stored later');
    const waiting = [unstored];
    live.backlog = { waiting, stored: storeInOrder(desk, live, waiting) };
  } else if (live.backlog.waiting.length < mostWaiting || unstored.call.state === 'ended') {
    live.backlog.waiting.push(unstored);
  } else {
    leaveOut(desk, live, unstored, 'too much waits');
  }
}

async function storeInOrder(desk: Desk, live: LiveCall, waiting: Unstored[]): Promise<void> {
  let failures = 0;
  await pause(desk, failures);
  for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
    if (await isDone(desk, live, next)) {
      waiting.shift();
      failures = 0;
    } else {
      failures += 1;
      await pause(desk, failures);
    }
  }
  live.backlog = null;
  desk.log.info({ callId: live.id }, 'what happened to a call is stored');
}

const pause = (desk: Desk, failures: number): Promise<void> =>
  new Promise((resolve) => void desk.clock.after(pausesMs[failures] ?? pausesMs[3], resolve));

/** False: the database does not answer. What it refuses for another reason it will never take. */
async function isDone(desk: Desk, live: LiveCall, unstored: Unstored): Promise<boolean> {
  const { call, events } = unstored;
  const version = live.stored.version + events.length;
  try {
    const stored = await desk.calls.append({ call, version, again: true }, ...events);
    if (stored.ok) live.stored = { ...live.stored, version };
    else if (stored.error === 'conflict') leaveOut(desk, live, unstored, 'decided by two servers at once');
    else return false;
  } catch (error) {
    leaveOut(desk, live, unstored, error);
  }
  return true;
}

/** What the call became is stored with its next event; this one is missing from its story, and we say so. */
function leaveOut(desk: Desk, live: LiveCall, unstored: Unstored, err: unknown): void {
  desk.counters.count('notStored');
  desk.log.error({ callId: live.id, events: typesOf(unstored), err }, 'what happened to a call could not be stored');
}

const typesOf = ({ events }: Unstored): readonly string[] => events.map(({ type }) => type);
