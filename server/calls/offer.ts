import type { Agent, Call } from '../../shared/call/call.ts';
import type { Desk } from './desk.ts';
import { happen, type Unstamped } from './happen.ts';
import type { LiveCall } from './live-call.ts';
import { endTestAt } from './test-call.ts';
import { goUnanswered } from './turn-away.ts';

/** A console rings a little longer than the caller is kept, so that it is always we who end the ringing. */
const consoleRingSeconds = 600;

/**
 * Rings every free console of the call's queue that has not declined it. To be called in the call's order. What else has
 * just happened to the call is stored and told with it, so that its card comes at once as what it is.
 */
export async function offerToFreeConsoles(desk: Desk, live: LiveCall, ...before: readonly Unstamped[]): Promise<void> {
  const { queue } = live.stored.call;
  const theirs = queue === null ? [] : desk.consoles.ofQueue(queue.id);
  const free = theirs.filter(({ agent }) => mayBeRung(desk, live, agent.consoleId));
  await offerTo(
    desk,
    live,
    free.map(({ agent }) => agent),
    before,
  );
}

function mayBeRung(desk: Desk, live: LiveCall, consoleId: string): boolean {
  const console = desk.consoles.get(consoleId);
  if (console === undefined || !desk.consoles.hears(consoleId)) return false;
  if (!desk.statuses.wantsCalls(console.agent.userId)) return false;
  return !live.agentLegs.has(consoleId) && !live.declinedBy.has(consoleId) && !isBusy(desk, consoleId);
}

/** A console is busy while somebody talks or calls there; a call that rings or waits on hold does not make it busy. */
const isBusy = (desk: Desk, consoleId: string): boolean =>
  desk.live.all().some(({ stored: { call } }) => call.agent?.consoleId === consoleId && talks(call));

/**
 * Somebody of ours speaks with somebody, or is about to: they hear the number ring. A caller on hold by the other side may
 * be back any moment.
 */
export const talks = (call: Call): boolean =>
  call.state === 'talking' ||
  call.state === 'dialling' ||
  call.state === 'consulting' ||
  (call.state === 'held' && call.by === 'them');

async function offerTo(
  desk: Desk,
  live: LiveCall,
  agents: readonly Agent[],
  before: readonly Unstamped[] = [],
): Promise<void> {
  const ringing = agents.map((agent) => invite(desk, live, agent));
  const [first, ...others] = [...before, ...agents.map((to) => ({ type: 'offered', to }) as const)];
  if (first !== undefined) await happen(desk, live, first, ...others);
  const reached = await Promise.all(ringing);
  for (const [index, agent] of agents.entries()) {
    if (reached[index] === true) continue;
    live.agentLegs.delete(agent.consoleId);
    await happen(desk, live, { type: 'offerLost', consoleId: agent.consoleId });
  }
}

type Invitation = { readonly headers?: Readonly<Record<string, string>>; readonly seconds?: number };

/**
 * Rings one console for the call; false when it cannot be reached. `headers` go beside the call's id, `seconds` is how
 * long it rings.
 */
export async function invite(
  desk: Desk,
  live: LiveCall,
  agent: Agent,
  { headers = {}, seconds = consoleRingSeconds }: Invitation = {},
): Promise<boolean> {
  void endTestAt(desk, agent.consoleId);
  const legId = `agent-${desk.ids.next()}`;
  live.agentLegs.set(agent.consoleId, legId);
  const { caller } = live.stored.call;
  const rung = await desk.telephony.originate({
    legId,
    to: { consoleId: agent.consoleId },
    from: { number: caller.number, name: caller.name },
    headers: { 'X-Frontdesk-Call': live.id, ...headers },
    timeoutSeconds: seconds,
    tag: { callId: live.id, role: 'agent', consoleId: agent.consoleId },
  });
  return rung.ok;
}

/** A console stopped ringing without an answer: its person declined, or it cannot be reached. */
export async function dropOffer(
  desk: Desk,
  live: LiveCall,
  consoleId: string,
  why: 'declined' | 'offerLost',
): Promise<void> {
  live.agentLegs.delete(consoleId);
  if (live.stored.call.state !== 'ringing') return;
  await happen(desk, live, { type: why, consoleId });
  if (why === 'offerLost') return;
  live.declinedBy.add(consoleId);
  if (!hasHope(desk, live)) await goUnanswered(desk, live, 'allDeclined');
}

/**
 * When everybody who could be asked has declined there is nothing to wait for. A busy colleague is worth waiting for,
 * and a browser that is just reloading is as well: that is why only a refusal ends the waiting early. So is whoever is
 * writing a reply, though they declined to answer.
 */
function hasHope(desk: Desk, live: LiveCall): boolean {
  const { queue, state } = live.stored.call;
  if (state === 'ringing' || (live.writing?.until ?? 0) > desk.clock.now()) return true;
  return queue !== null && desk.consoles.ofQueue(queue.id).some(({ agent }) => !live.declinedBy.has(agent.consoleId));
}

/** Takes an offer back: the console is busy now, or the call is. */
async function withdrawOffer(desk: Desk, live: LiveCall, consoleId: string): Promise<void> {
  const legId = live.agentLegs.get(consoleId);
  if (legId === undefined || live.stored.call.state !== 'ringing') return;
  live.agentLegs.delete(consoleId);
  await desk.telephony.hangUp(legId);
  await happen(desk, live, { type: 'offerLost', consoleId });
}

/** Whoever talks is not rung: what else was ringing there goes on at the others. */
export function withdrawOtherOffers(desk: Desk, answered: LiveCall, consoleId: string): void {
  for (const other of desk.live.all()) {
    if (other !== answered && other.agentLegs.has(consoleId)) {
      const task = other.inOrder(() => withdrawOffer(desk, other, consoleId));
      task.catch((error: unknown) => desk.log.error({ err: error }, 'taking an offer back failed'));
    }
  }
}

/** Offers every waiting call of its queues to a console that has become free. */
export async function offerWaitingCalls(desk: Desk, consoleId: string): Promise<void> {
  const console = desk.consoles.get(consoleId);
  if (console === undefined) return;
  const waiting = desk.live.all().filter(({ stored: { call } }) => isWaiting(call) && inQueues(call, console.queueIds));
  await Promise.all(
    waiting.map((live) =>
      live.inOrder(async () => {
        if (isWaiting(live.stored.call) && mayBeRung(desk, live, consoleId)) await offerTo(desk, live, [console.agent]);
      }),
    ),
  );
}

/** Somebody may still take it. */
export const isWaiting = (call: Call): boolean => call.state === 'queued' || call.state === 'ringing';
const inQueues = (call: Call, queueIds: readonly string[]): boolean =>
  call.queue !== null && queueIds.includes(call.queue.id);
