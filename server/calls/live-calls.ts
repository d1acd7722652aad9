import type { LiveCall } from './live-call.ts';
import { voicemailTrackOf } from './running-reply.ts';
import { messageIdOf } from './running-voicemail.ts';

/** The calls of this server, found by their id or by any of their legs. */
export type LiveCalls = {
  readonly add: (call: LiveCall) => void;
  readonly remove: (call: LiveCall) => void;
  /** Something that happened to the call is not stored yet; also of one that is over, and removed. */
  readonly isBehind: (callId: string) => boolean;
  readonly get: (callId: string) => LiveCall | undefined;
  readonly ofLeg: (legId: string) => LiveCall | undefined;
  readonly ofPlayback: (playbackId: string) => LiveCall | undefined;
  readonly ofRecording: (recordingId: string) => LiveCall | undefined;
  readonly all: () => readonly LiveCall[];
};

export function createLiveCalls(): LiveCalls {
  const byId = new Map<string, LiveCall>();
  /** Over, but their ends wait for the database. */
  const ending = new Set<string>();
  const find = (test: (call: LiveCall) => boolean) => [...byId.values()].find((call) => test(call));
  return {
    add: (call) => void byId.set(call.id, call),
    remove: ({ id, backlog }) => {
      byId.delete(id);
      if (backlog === null) return;
      ending.add(id);
      void backlog.stored.then(() => ending.delete(id));
    },
    isBehind: (callId) => ending.has(callId) || (byId.get(callId)?.backlog ?? null) !== null,
    get: (callId) => byId.get(callId),
    ofLeg: (legId) => find((call) => call.callerLegId === legId || [...call.agentLegs.values()].includes(legId)),
    ofPlayback: (playbackId) =>
      find(
        ({ farewell, reply, voicemail }) =>
          farewell === playbackId || reply?.playbackId === playbackId || voicemail?.playbackId === playbackId,
      ),
    ofRecording: (recordingId) => find((call) => recordingIdOf(call) === recordingId),
    all: () => [...byId.values()],
  };
}

/** What the caller is saying, by its name at the PBX. */
function recordingIdOf({ id, reply, voicemail }: LiveCall): string | null {
  if (voicemail !== null) return messageIdOf(id, voicemail.turn);
  const recording = reply?.recording ?? null;
  return recording === null ? null : voicemailTrackOf(recording);
}
