import type { StoredCall } from '../ports/stores.ts';
import type { Backlog } from './backlog.ts';
import type { Recorder } from './recorder.ts';
import type { RunningReply } from './running-reply.ts';
import type { RunningVoicemail } from './running-voicemail.ts';
import { createSerial } from './serial.ts';

/** A call this server is looking after: the call itself, and its legs. Changed only inside `inOrder`. */
export type LiveCall = {
  readonly id: string;
  readonly callerLegId: string;
  readonly bridgeId: string;
  /** The call as it is now, and how many of its events are stored; the others are in the backlog. */
  stored: StoredCall;
  /** What the database has not taken yet, while there is any. */
  backlog: Backlog | null;
  /** The legs to consoles, ringing or talking, by console. */
  readonly agentLegs: Map<string, string>;
  /** Consoles that declined this call are not asked again. */
  readonly declinedBy: Set<string>;
  /** The playback after which the caller is let go, while there is one. */
  farewell: string | null;
  /** The menu the caller is in, while somebody's reply is being heard. */
  reply: RunningReply | null;
  /** What records it, while it is recorded or paused. */
  recorder: Recorder | null;
  /** The message the caller leaves, from the greeting to the thanks. */
  voicemail: RunningVoicemail | null;
  /** The turn of the last message the caller was to leave while this server ran; 0: of none. */
  lastTurn: number;
  /** Somebody writes a reply, and until when the caller rings on for it (ms since the epoch). */
  writing: { readonly since: number; until: number } | null;
  /** Stops the timer that is running for this call, if any. */
  stopTimer: () => void;
  readonly inOrder: <Value>(task: () => Promise<Value>) => Promise<Value>;
};

export function createLiveCall(facts: Pick<LiveCall, 'id' | 'callerLegId' | 'bridgeId' | 'stored'>): LiveCall {
  return {
    ...facts,
    backlog: null,
    agentLegs: new Map(),
    declinedBy: new Set(),
    farewell: null,
    reply: null,
    recorder: null,
    voicemail: null,
    lastTurn: 0,
    writing: null,
    stopTimer: () => {},
    inOrder: createSerial(),
  };
}
