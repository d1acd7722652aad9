import type { Clock } from '../ports/clock.ts';
import type { TelephonyEvent } from '../ports/telephony-event.ts';
import { answerCall } from './answer-call.ts';
import type { ReadyConsole } from './consoles.ts';
import type { Desk } from './desk.ts';
import { dialOn, numberAlerts } from './dial-on.ts';
import { happen } from './happen.ts';
import { createHearing } from './hearing.ts';
import { legEnded } from './leg-ended.ts';
import type { LiveCall } from './live-call.ts';
import { offerWaitingCalls } from './offer.ts';
import { receiveCall } from './receive-call.ts';
import { rejoin } from './rejoin.ts';
import { advance, playbackEnded, recordingEnded } from './reply-menu.ts';
import { trackEnded } from './track-ended.ts';
import { resynchronise } from './resynchronise.ts';
import { createShift } from './shift.ts';
import { isTestLeg, testBeepEnded, testLegAnswered, testLegEnded } from './test-call.ts';
import { letGo } from './turn-away.ts';
import { messageRecorded, skipGreeting, voicemailPlayed } from './voicemail.ts';

/** The reception at work: what the PBX and the consoles report becomes what happens to calls. */
export type Reception = {
  /** Takes up what was going on before this server ran, once the PBX answers. */
  readonly begin: () => Promise<void>;
  /** A browser has registered and can ring. */
  readonly consoleReady: (console: ReadyConsole) => void;
  /** Its browser is gone, or signed out. */
  readonly consoleGone: (consoleId: string) => void;
  /** A page of that console gave a sign of life on its event stream: it would hear a call. */
  readonly pageAlive: (consoleId: string, pageId: string) => void;
  /** Somebody said whether calls may ring at their desks. */
  readonly statusChanged: (userId: string) => void;
  readonly close: () => void;
};

/** `consoleClock` waits for consoles that may come back, the desk's own for what is due in calls. */
export function openReception(desk: Desk, consoleClock: Clock = desk.clock): Reception {
  /** Nobody waits for these tasks; what goes wrong in one is a bug, and is logged as one. */
  const go = (task: Promise<unknown>, doing: string): void => {
    task.catch((error: unknown) => desk.log.error({ err: error }, `${doing} failed`));
  };
  const stop = desk.telephony.subscribe((event) => go(take(desk, event), event.type));
  const shift = createShift(desk, consoleClock, go);
  const hearing = createHearing(desk, consoleClock, go);
  return {
    ...shift,
    pageAlive: hearing.pageAlive,
    begin: async () => {
      // Not connected yet: the event that says it is will bring the snapshot.
      const snapshot = await desk.telephony.snapshot();
      if (snapshot.ok) await resynchronise(desk, snapshot.value);
    },
    close: () => {
      stop();
      hearing.close();
    },
  };
}

async function take(desk: Desk, event: TelephonyEvent): Promise<void> {
  switch (event.type) {
    case 'legArrived':
      return receiveCall(desk, event.leg);
    case 'legAnswered':
      return isTestLeg(desk, event.legId) ? testLegAnswered(desk, event.legId) : legAnswered(desk, event.legId);
    case 'legAlerting':
      return ofLeg(desk, event.legId, (live) => numberAlerts(desk, live, event.legId));
    case 'legEnded':
      testLegEnded(desk, event.legId);
      return ofLeg(desk, event.legId, async (live) => {
        const { agent } = live.stored.call;
        await legEnded(desk, live, event.legId, event.cause);
        if (agent !== null && live.stored.call.state === 'ended') freed(desk, agent.consoleId);
      });
    case 'legHeld':
      return ofLeg(desk, event.legId, async (live) => heldByCaller(desk, live, event.legId, 'heldByThem'));
    case 'legResumed':
      return ofLeg(desk, event.legId, async (live) => heldByCaller(desk, live, event.legId, 'resumed'));
    case 'playbackEnded':
      return playbackOver(desk, event.playbackId);
    case 'digit':
      return ofLeg(desk, event.legId, (live) => digitPressed(desk, live, event));
    case 'recordingEnded':
      return recordingOver(desk, event.recordingId);
    case 'connected':
      // Whatever goes on of a test belongs to no call, and is let go with what else does not.
      desk.tests.clear();
      return resynchronise(desk, event.snapshot);
    case 'disconnected':
    case 'talkingStarted':
    case 'talkingEnded':
    case 'playbackStarted':
    case 'recordingStarted':
      return undefined;
    default:
      return event satisfies never;
  }
}

async function playbackOver(desk: Desk, playbackId: string): Promise<void> {
  const live = desk.live.ofPlayback(playbackId);
  if (live === undefined) return testBeepEnded(desk, playbackId);
  if (live.farewell === playbackId) return letGo(desk, live);
  if (live.voicemail !== null) return live.inOrder(() => voicemailPlayed(desk, live, playbackId));
  return live.inOrder(() => playbackEnded(desk, live, playbackId));
}

async function recordingOver(desk: Desk, recordingId: string): Promise<void> {
  trackEnded(desk, recordingId);
  const live = desk.live.ofRecording(recordingId);
  await live?.inOrder(() =>
    live.voicemail === null ? recordingEnded(desk, live, recordingId) : messageRecorded(desk, live),
  );
}

/** A caller's key; those of a console are for the caller, who hears them. */
async function digitPressed(
  desk: Desk,
  live: LiveCall,
  { legId, digit }: { readonly legId: string; readonly digit: string },
): Promise<void> {
  if (legId !== live.callerLegId) return;
  if (live.voicemail === null) return advance(desk, live, { type: 'digit', digit });
  if (digit === '#') await skipGreeting(desk, live);
}

async function ofLeg(desk: Desk, legId: string, task: (live: LiveCall) => Promise<void>): Promise<void> {
  const live = desk.live.ofLeg(legId);
  if (live !== undefined) await live.inOrder(() => task(live));
}

/** The console may take the next caller; not awaited, since it works in the order of other calls. */
function freed(desk: Desk, consoleId: string): void {
  offerWaitingCalls(desk, consoleId).catch((error: unknown) =>
    desk.log.error({ err: error }, 'offering the waiting calls failed'),
  );
}

async function legAnswered(desk: Desk, legId: string): Promise<void> {
  const live = desk.live.ofLeg(legId);
  if (live === undefined) {
    await desk.telephony.hangUp(legId, 'answeredElsewhere');
    return;
  }
  if (live.stored.call.state === 'dialling') return dialOn(desk, live, legId);
  await live.inOrder(async () => {
    const consoleId = [...live.agentLegs].find(([, leg]) => leg === legId)?.[0];
    const { call } = live.stored;
    if (consoleId !== undefined && call.state === 'held' && call.by === 'legLost' && call.agent !== null) {
      return rejoin(desk, live, { ...call.agent, consoleId }, legId);
    }
    return answerCall(desk, live, consoleId ?? '', legId);
  });
}

async function heldByCaller(desk: Desk, live: LiveCall, legId: string, type: 'heldByThem' | 'resumed'): Promise<void> {
  const { call } = live.stored;
  const expected = type === 'heldByThem' ? call.state === 'talking' : call.state === 'held' && call.by === 'them';
  if (legId === live.callerLegId && expected) await happen(desk, live, { type });
}
