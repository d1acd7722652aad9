import type { Agent, Call } from '../../shared/call/call.ts';
import { can } from '../../shared/call/commands.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Desk } from './desk.ts';
import { endCall } from './end-call.ts';
import { happen, type Unstamped } from './happen.ts';
import type { LiveCall } from './live-call.ts';
import { dropOffer, offerWaitingCalls } from './offer.ts';
import { inviteToRejoin } from './rejoin.ts';

export type CommandFailure = 'noSuchCall' | 'notYourCall' | 'notAllowedNow' | 'pbxUnavailable';
export type Commanded = Promise<Result<void, CommandFailure>>;

/** What a person at a console may do with a call. A command says only that it was taken; the event says it happened. */
export type CallCommands = {
  readonly reject: (callId: string, by: Agent) => Commanded;
  readonly hangUp: (callId: string, by: Agent) => Commanded;
  readonly mute: (callId: string, by: Agent) => Commanded;
  readonly unmute: (callId: string, by: Agent) => Commanded;
  readonly note: (callId: string, note: string) => Commanded;
  readonly rejoin: (callId: string, by: Agent) => Commanded;
};

export function createCallCommands(desk: Desk): CallCommands {
  const inCall = async (callId: string, task: (live: LiveCall) => Commanded): Commanded => {
    if (desk.telephony.status().state !== 'connected') return fail('pbxUnavailable');
    const live = desk.live.get(callId);
    return live === undefined ? fail('noSuchCall') : live.inOrder(() => task(live));
  };
  const ifTheirs = async (live: LiveCall, by: Agent, event: Unstamped & { type: 'muted' | 'unmuted' }): Commanded => {
    if (!isTheirs(live.stored.call, by)) return fail('notYourCall');
    const happened = await happen(desk, live, event);
    return happened.legal ? ok() : fail('notAllowedNow');
  };
  return {
    reject: (callId, by) => inCall(callId, (live) => reject(desk, live, by)),
    hangUp: async (callId, by) => {
      const done = await inCall(callId, (live) => hangUp(desk, live, by));
      if (done.ok) await offerWaitingCalls(desk, by.consoleId);
      return done;
    },
    mute: (callId, by) => inCall(callId, (live) => ifTheirs(live, by, { type: 'muted' })),
    unmute: (callId, by) => inCall(callId, (live) => ifTheirs(live, by, { type: 'unmuted' })),
    note: (callId, note) =>
      inCall(callId, async (live) => {
        await happen(desk, live, { type: 'noted', note });
        return ok();
      }),
    rejoin: (callId, by) =>
      inCall(callId, async (live) =>
        live.stored.call.agent?.userId === by.userId ? inviteToRejoin(desk, live, by) : fail('notYourCall'),
      ),
  };
}

const isTheirs = (call: Call, by: Agent): boolean => call.agent?.consoleId === by.consoleId;

async function reject(desk: Desk, live: LiveCall, by: Agent): Commanded {
  const { call } = live.stored;
  if (!can(call, 'reject')) return fail(call.state === 'talking' ? 'notYourCall' : 'notAllowedNow');
  const legId = live.agentLegs.get(by.consoleId);
  if (legId === undefined) return fail('notAllowedNow');
  live.agentLegs.delete(by.consoleId);
  await Promise.all([desk.telephony.hangUp(legId), dropOffer(desk, live, by.consoleId, 'declined')]);
  return ok();
}

async function hangUp(desk: Desk, live: LiveCall, by: Agent): Commanded {
  const { call } = live.stored;
  if (call.agent === null) return fail('notAllowedNow');
  if (call.agent.userId !== by.userId) return fail('notYourCall');
  await endCall(desk, live, 'weHungUp');
  return ok();
}
