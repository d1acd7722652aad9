import type { Desk } from './desk.ts';
import { endCall } from './end-call.ts';
import { happen } from './happen.ts';
import type { LiveCall } from './live-call.ts';
import { withdrawOtherOffers } from './offer.ts';

/** The caller leaves the bridge and hears music; the console's own leg stays, silent. In the call's order. */
export async function hold(desk: Desk, live: LiveCall): Promise<boolean> {
  const { call } = live.stored;
  if (call.state !== 'talking' && !(call.state === 'held' && call.by === 'them')) return false;
  const [, { legal }] = await Promise.all([
    desk.telephony.leave(live.bridgeId, [live.callerLegId]).then(() => desk.telephony.startMusic(live.callerLegId)),
    happen(desk, live, { type: 'heldByUs' }),
  ]);
  return legal;
}

/** Music stops and both hear each other again. In the call's order. */
export async function resume(desk: Desk, live: LiveCall): Promise<boolean> {
  const { call } = live.stored;
  if (call.state !== 'held' || call.by !== 'us' || call.agent === null) return false;
  const { consoleId } = call.agent;
  const legId = live.agentLegs.get(consoleId);
  if (legId === undefined) return false;
  const [, { legal }] = await Promise.all([
    desk.telephony
      .stopMusic(live.callerLegId)
      .then(() => desk.telephony.join(live.bridgeId, [live.callerLegId, legId])),
    happen(desk, live, { type: 'resumed' }),
  ]);
  withdrawOtherOffers(desk, live, consoleId);
  return legal;
}

/**
 * Whatever this console talks on is held, so that it can take another call; a number it is only calling is called no
 * more. Not to be called in the order of a call that others know of: each is held in its own.
 */
export async function holdWhatIsOn(desk: Desk, consoleId: string, except: LiveCall): Promise<void> {
  const others = desk.live.all().filter((live) => live !== except);
  const on = others.filter((live) => talksHere(live, consoleId));
  const calling = others.filter((live) => callsHere(live, consoleId));
  await Promise.all([
    ...on.map((live) => live.inOrder(() => hold(desk, live))),
    ...calling.map((live) => live.inOrder(() => giveUpCalling(desk, live))),
  ]);
}

const callsHere = ({ stored: { call } }: LiveCall, consoleId: string): boolean =>
  call.agent?.consoleId === consoleId && call.state === 'dialling';

/** Somebody may have answered meanwhile: then it is a talk, and held. */
async function giveUpCalling(desk: Desk, live: LiveCall): Promise<void> {
  if (live.stored.call.state === 'dialling') await endCall(desk, live, 'weHungUp');
  else await hold(desk, live);
}

const talksHere = ({ stored: { call } }: LiveCall, consoleId: string): boolean =>
  call.agent?.consoleId === consoleId && (call.state === 'talking' || (call.state === 'held' && call.by === 'them'));
