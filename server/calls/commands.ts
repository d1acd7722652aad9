import type { Agent, Call } from '../../shared/call/call.ts';
import { can } from '../../shared/call/commands.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Desk } from './desk.ts';
import { endCall } from './end-call.ts';
import { happen, type Unstamped } from './happen.ts';
import { hold, holdWhatIsOn, resume } from './hold.ts';
import type { LiveCall } from './live-call.ts';
import { noteEndedCall, type LateNoteFailure } from './note-ended-call.ts';
import { dropOffer, offerWaitingCalls } from './offer.ts';
import { inviteToRejoin } from './rejoin.ts';
import { pauseRecording, type RecordFailure, resumeRecording, startRecording, stopRecording } from './record-call.ts';
import { sendToVoicemail } from './send-to-voicemail.ts';
import { isTakeable, takeCall } from './take-call.ts';

export type CommandFailure = 'noSuchCall' | 'notYourCall' | 'notAllowedNow' | 'pbxUnavailable';
export type TakeCommandFailure = CommandFailure | 'deskNotReady';
export type Commanded<Failure = CommandFailure> = Promise<Result<void, Failure>>;

/** What a person at a console may do with a call. A command says only that it was taken; the event says it happened. */
export type CallCommands = {
  /** Brings the call to the console; what it talks on is held. */
  readonly answer: (callId: string, by: Agent) => Commanded<TakeCommandFailure>;
  readonly hold: (callId: string, by: Agent) => Commanded;
  /** What the console talks on is held. */
  readonly resume: (callId: string, by: Agent) => Commanded;
  readonly reject: (callId: string, by: Agent) => Commanded;
  readonly hangUp: (callId: string, by: Agent) => Commanded;
  readonly mute: (callId: string, by: Agent) => Commanded;
  readonly unmute: (callId: string, by: Agent) => Commanded;
  /** Also of a call that has ended, by whoever had it. */
  readonly note: (callId: string, note: string, by: Agent) => Commanded<CommandFailure | LateNoteFailure>;
  readonly rejoin: (callId: string, by: Agent) => Commanded;
  /** The caller may leave a message; the desk that had them is free. */
  readonly sendToVoicemail: (callId: string, by: Agent) => Commanded;
} & RecordingCommands;

type Recording = (callId: string, by: Agent) => Commanded<CommandFailure | RecordFailure>;
/** Whoever has the call may record it, from any of their windows. */
type RecordingCommands = Readonly<
  Record<'startRecording' | 'pauseRecording' | 'resumeRecording' | 'stopRecording', Recording>
>;

export function createCallCommands(desk: Desk): CallCommands {
  const inCall = createInCall(desk);
  const ifTheirs = async (live: LiveCall, by: Agent, event: Unstamped & { type: 'muted' | 'unmuted' }): Commanded => {
    if (!isTheirs(live.stored.call, by)) return fail('notYourCall');
    const happened = await happen(desk, live, event);
    return happened.legal ? ok() : fail('notAllowedNow');
  };
  return {
    ...movingCommands(desk),
    ...recordingCommands(desk),
    reject: (callId, by) => inCall(callId, (live) => reject(desk, live, by)),
    hangUp: async (callId, by) => {
      const done = await inCall(callId, (live) => hangUp(desk, live, by));
      if (done.ok) await offerWaitingCalls(desk, by.consoleId);
      return done;
    },
    mute: (callId, by) => inCall(callId, (live) => ifTheirs(live, by, { type: 'muted' })),
    unmute: (callId, by) => inCall(callId, (live) => ifTheirs(live, by, { type: 'unmuted' })),
    note: async (callId, note, by) => {
      if (desk.live.get(callId) === undefined) return noteEndedCall(desk, callId, note, by);
      return inCall(callId, async (live): Commanded => {
        await happen(desk, live, { type: 'noted', note });
        return ok();
      });
    },
  };
}

/** Finds the call and does the task in its order; nothing is begun while the PBX does not answer. */
const createInCall =
  (desk: Desk) =>
  async <Failure>(
    callId: string,
    task: (live: LiveCall) => Promise<Result<void, Failure>>,
  ): Promise<Result<void, Failure | 'pbxUnavailable' | 'noSuchCall'>> => {
    if (desk.telephony.status().state !== 'connected') return fail('pbxUnavailable');
    const live = desk.live.get(callId);
    return live === undefined ? fail('noSuchCall') : live.inOrder(() => task(live));
  };

/** The commands that bring a call to a desk or away from it. */
function movingCommands(desk: Desk): Pick<CallCommands, 'answer' | 'hold' | 'resume' | 'rejoin' | 'sendToVoicemail'> {
  const inCall = createInCall(desk);
  const holdOthers = async (callId: string, by: Agent): Promise<void> => {
    const live = desk.live.get(callId);
    if (live !== undefined) await holdWhatIsOn(desk, by.consoleId, live);
  };
  const done = (legal: boolean): Result<void, 'notAllowedNow'> => (legal ? ok() : fail('notAllowedNow'));
  return {
    answer: async (callId, by) => {
      const wanted = desk.live.get(callId)?.stored.call;
      if (wanted !== undefined && isTakeable(wanted)) await holdOthers(callId, by);
      return inCall(callId, (live) => takeCall(desk, live, by));
    },
    hold: async (callId, by) => {
      const held = await inCall(callId, async (live): Commanded =>
        isTheirs(live.stored.call, by) ? done(await hold(desk, live)) : fail('notYourCall'),
      );
      if (held.ok) await offerWaitingCalls(desk, by.consoleId);
      return held;
    },
    resume: async (callId, by) => {
      const mine = desk.live.get(callId)?.stored.call;
      if (mine !== undefined && isTheirs(mine, by) && can(mine, 'resume')) await holdOthers(callId, by);
      return inCall(callId, async (live): Commanded =>
        isTheirs(live.stored.call, by) ? done(await resume(desk, live)) : fail('notYourCall'),
      );
    },
    sendToVoicemail: async (callId, by) => {
      const sent = await inCall(callId, (live) => sendToVoicemail(desk, live, by));
      if (sent.ok) await offerWaitingCalls(desk, by.consoleId);
      return sent;
    },
    rejoin: (callId, by) =>
      inCall(callId, async (live): Commanded =>
        live.stored.call.agent?.userId === by.userId ? inviteToRejoin(desk, live, by) : fail('notYourCall'),
      ),
  };
}

function recordingCommands(desk: Desk): RecordingCommands {
  const inCall = createInCall(desk);
  const command =
    (task: (desk: Desk, live: LiveCall) => Commanded<RecordFailure>): Recording =>
    (callId, by) =>
      inCall(callId, async (live): Commanded<CommandFailure | RecordFailure> =>
        live.stored.call.agent?.userId === by.userId ? task(desk, live) : fail('notYourCall'),
      );
  return {
    startRecording: command(startRecording),
    pauseRecording: command(pauseRecording),
    resumeRecording: command(resumeRecording),
    stopRecording: command(stopRecording),
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
