import type { LiveCall } from './live-call.ts';

/** The calls of this server, found by their id or by any of their legs. */
export type LiveCalls = {
  readonly add: (call: LiveCall) => void;
  readonly remove: (call: LiveCall) => void;
  readonly get: (callId: string) => LiveCall | undefined;
  readonly ofLeg: (legId: string) => LiveCall | undefined;
  readonly ofPlayback: (playbackId: string) => LiveCall | undefined;
  readonly ofRecording: (recordingId: string) => LiveCall | undefined;
  readonly all: () => readonly LiveCall[];
};

export function createLiveCalls(): LiveCalls {
  const byId = new Map<string, LiveCall>();
  const find = (test: (call: LiveCall) => boolean) => [...byId.values()].find((call) => test(call));
  return {
    add: (call) => void byId.set(call.id, call),
    remove: (call) => void byId.delete(call.id),
    get: (callId) => byId.get(callId),
    ofLeg: (legId) => find((call) => call.callerLegId === legId || [...call.agentLegs.values()].includes(legId)),
    ofPlayback: (playbackId) => find((call) => call.farewell === playbackId || call.reply?.playbackId === playbackId),
    ofRecording: (recordingId) => find((call) => call.reply?.recordingId === recordingId),
    all: () => [...byId.values()],
  };
}
