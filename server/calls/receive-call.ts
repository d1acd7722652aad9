import type { Call } from '../../shared/call/call.ts';
import { isOpen } from '../../shared/opening-hours/is-open.ts';
import type { Queue } from '../ports/stores.ts';
import type { ArrivedLeg } from '../ports/telephony-event.ts';
import type { Desk } from './desk.ts';
import { endCall } from './end-call.ts';
import { happen } from './happen.ts';
import { createLiveCall, type LiveCall } from './live-call.ts';
import { offerToFreeConsoles } from './offer.ts';
import { goUnanswered } from './turn-away.ts';
import { giveUp } from './writing.ts';

/** A call in Asterisk ends by itself after so long, whatever becomes of this server: nobody talks for four hours. */
export const longestCallSeconds = 4 * 3600;

/** A caller comes in from the trunk: find who answers that number, and ring them. */
export async function receiveCall(desk: Desk, leg: ArrivedLeg): Promise<void> {
  const route = await desk.directory.routeOf(leg.dialled);
  if (!route.ok) {
    desk.log.error({ legId: leg.legId }, 'a caller was refused because the database does not answer');
    await desk.telephony.reject(leg.legId, 'congestion');
    return;
  }
  if (route.value === null) {
    desk.counters.count('unknownNumber');
    desk.log.info({ legId: leg.legId, digits: leg.dialled.length }, 'a number that is not ours was dialled');
    await desk.telephony.reject(leg.legId, 'unknownNumber');
    return;
  }
  await beginCall(desk, leg, route.value);
}

async function beginCall(desk: Desk, leg: ArrivedLeg, queue: Queue): Promise<void> {
  const live = liveCallOf(desk, leg, queue);
  desk.live.add(live);
  desk.counters.count('callArrived');
  await live.inOrder(async () => {
    const alerting = alert(desk, live);
    const arrived = {
      type: 'arrived',
      id: live.id,
      direction: 'inbound',
      caller: { ...leg.caller, divertedFrom: leg.divertedFrom },
      dialled: leg.dialled,
      queue: { id: queue.id, name: queue.name },
    } as const;
    const open = isOpen(queue, desk.clock.now());
    if (open) {
      waitForAnswer(desk, live, queue);
      await offerToFreeConsoles(desk, live, arrived);
    } else {
      await happen(desk, live, arrived);
    }
    // The end of a leg that no call had yet was no news to anybody.
    if ((await alerting) === 'gone') return endCall(desk, live, 'abandoned');
    if (!open) await goUnanswered(desk, live, 'closed');
  });
}

/** The caller hears ringing; `gone`: they have hung up already. */
async function alert(desk: Desk, { id, callerLegId }: LiveCall): Promise<'alerting' | 'gone'> {
  const done = await Promise.all([
    desk.telephony.ring(callerLegId),
    desk.telephony.tag(callerLegId, { callId: id, role: 'caller' }),
    desk.telephony.limitDuration(callerLegId, longestCallSeconds),
  ]);
  return done.some((one) => !one.ok && one.error === 'legGone') ? 'gone' : 'alerting';
}

/** Nobody signed in: a moment's patience, since somebody may just be reloading the page. */
const patienceForConsolesMs = 5000;

function waitForAnswer(desk: Desk, live: LiveCall, queue: Queue): void {
  const answerWithinMs = queue.answerWithinSeconds * 1000;
  const nobody = desk.consoles.ofQueue(queue.id).length === 0;
  const firstMs = nobody ? Math.min(patienceForConsolesMs, answerWithinMs) : answerWithinMs;
  live.stopTimer = desk.clock.after(firstMs, () => {
    const stillNobody = desk.consoles.ofQueue(queue.id).length === 0;
    const restMs = answerWithinMs - firstMs;
    const over = (): void => giveUp(desk, live, stillNobody ? 'nobodySignedIn' : 'timedOut');
    if (stillNobody || restMs <= 0) over();
    else live.stopTimer = desk.clock.after(restMs, over);
  });
}

function liveCallOf(desk: Desk, leg: ArrivedLeg, queue: Queue): LiveCall {
  const id = desk.ids.next();
  const now = desk.clock.now();
  // Version 0: nothing is stored yet; `arrived` makes it the call it is.
  const call: Call = {
    state: 'queued',
    since: now,
    id,
    direction: 'inbound',
    arrivedAt: now,
    caller: { ...leg.caller, divertedFrom: leg.divertedFrom },
    dialled: leg.dialled,
    queue: { id: queue.id, name: queue.name },
    agent: null,
    answeredAt: null,
    muted: false,
    recording: 'off',
    note: '',
  };
  return createLiveCall({ id, callerLegId: leg.legId, bridgeId: `bridge-${id}`, stored: { call, version: 0 } });
}
