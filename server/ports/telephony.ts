import type { Result } from '../../shared/result.ts';
import type { LegTag } from './leg-tag.ts';
import type { TelephonyEvent, TelephonySnapshot } from './telephony-event.ts';

/**
 * The PBX, as the use-cases see it: legs (one SIP dialog with one device each), bridges that join them, and media on
 * both. The vocabulary covers what the call-control interfaces built on top need of a leg, so that there is one port.
 *
 * Every id is chosen by the caller of the port, so that no event can arrive for an id nobody knows yet.
 * A command resolves when the PBX has taken it; what came of it is an event. A leg that has just gone is an ordinary
 * outcome (`legGone`), never an exception.
 */
export interface Telephony {
  /** Tells the caller's side that we are alerting (SIP 180). */
  ring(legId: string): Promise<Done>;
  /** Opens early media towards the caller without answering (SIP 183). */
  startEarlyMedia(legId: string): Promise<Done>;
  answer(legId: string): Promise<Done>;
  /** Refuses a leg that is not answered yet. */
  reject(legId: string, cause: RejectCause): Promise<Done>;
  /** Ends a leg in any state. `answeredElsewhere` makes its device show that a colleague took the call. */
  hangUp(legId: string, cause?: HangUpCause): Promise<Done>;
  /** Rings a console, or dials out over the trunk. Resolves when the INVITE is on its way. */
  originate(request: Originate): Promise<Result<void, OriginateFailure>>;
  /** Reads a SIP header of the INVITE that made the leg; null where it has none. */
  readHeader(legId: string, name: string): Promise<Result<string | null, LegFailure>>;

  createBridge(bridgeId: string): Promise<Done>;
  destroyBridge(bridgeId: string): Promise<Done>;
  join(bridgeId: string, legIds: readonly string[]): Promise<Done>;
  leave(bridgeId: string, legIds: readonly string[]): Promise<Done>;

  /** Plays the media one after the other. Ends with `playbackEnded`. */
  play(on: MediaSubject, playbackId: string, media: readonly Media[]): Promise<Done>;
  stopPlayback(playbackId: string): Promise<Done>;
  /** An answered leg with nothing playing sends no RTP at all; silence keeps the carrier's patience. */
  startSilence(legId: string): Promise<Done>;
  stopSilence(legId: string): Promise<Done>;
  startMusic(legId: string, musicClass?: string): Promise<Done>;
  stopMusic(legId: string): Promise<Done>;
  /** `in`: nobody hears the leg. `out`: the leg hears nobody. */
  mute(legId: string, direction: MediaDirection): Promise<Done>;
  unmute(legId: string, direction: MediaDirection): Promise<Done>;
  /** Sends digits (0-9 * # A-D) to the leg's device: as RFC 4733, or as SIP INFO where it takes none. */
  sendDigits(legId: string, digits: string, timing?: DigitTiming): Promise<Done>;
  /** Reports `talkingStarted` / `talkingEnded` of what the leg says from now on. */
  detectTalking(legId: string, silenceMs: number): Promise<Done>;
  /**
   * Plays back to an originated leg, answered, whatever it says, for as long as it lives. From then on it takes no
   * command but `hangUp`: a limit of its duration is set before.
   */
  echo(legId: string): Promise<Done>;
  /** Makes a leg that hears (`in`) or hears-what-is-heard-by (`out`) another; for recording, coaching, transcripts. */
  snoop(legId: string, snoopLegId: string, spy: MediaDirection | 'both', whisper?: MediaDirection): Promise<Done>;

  record(on: MediaSubject, recordingId: string, options: RecordOptions): Promise<Done>;
  stopRecording(recordingId: string): Promise<Done>;
  /** Mutes the recording: time goes on, silence is written (for card numbers). */
  muteRecording(recordingId: string): Promise<Done>;
  unmuteRecording(recordingId: string): Promise<Done>;
  /** The WAV file of a recording that has ended, in pieces; null where there is none. What comes may break off: the PBX may go away. */
  readRecording(recordingId: string): Promise<Result<AsyncIterable<Uint8Array> | null, 'pbxUnavailable'>>;
  /** The names of what has been recorded and not been forgotten, what is being recorded among it; some may be of others. */
  listRecordings(): Promise<Result<readonly string[], 'pbxUnavailable'>>;
  /** Throws the file away at the PBX; also one that is not there. */
  forgetRecording(recordingId: string): Promise<Done>;

  /** Keeps a word of ours on the leg; it survives a restart of the server and comes back in the snapshot. */
  tag(legId: string, tag: LegTag): Promise<Done>;
  /** Ends the leg by itself after so long, whatever becomes of this server. */
  limitDuration(legId: string, seconds: number): Promise<Done>;

  /** Makes a console known to the PBX, so that its browser can register. Idempotent; re-applied after a PBX restart. */
  admitConsole(console: ConsoleAdmission): Promise<Result<void, 'pbxUnavailable'>>;
  dismissConsole(consoleId: string): Promise<Result<void, 'pbxUnavailable'>>;

  snapshot(): Promise<Result<TelephonySnapshot, 'pbxUnavailable'>>;
  status(): TelephonyStatus;
  /** Events come in the order the PBX sent them. Returns the way to stop listening. */
  subscribe(listener: (event: TelephonyEvent) => void): () => void;
  close(): Promise<void>;
}

export type LegFailure = 'legGone' | 'pbxUnavailable' | 'refusedByPbx';
export type Done = Result<void, LegFailure>;
export type OriginateFailure = 'unreachable' | 'pbxUnavailable' | 'refusedByPbx';

export type TelephonyStatus = {
  readonly state: 'connected' | 'connecting' | 'down';
  readonly version: string | null;
  /** Milliseconds since the epoch. */
  readonly since: number;
};

/** Why a leg is refused; the driver knows the SIP status (RFC 3261 §21) behind each. */
export type RejectCause =
  | 'busy' // 486
  | 'unavailable' // 480
  | 'declined' // 603
  | 'forbidden' // 403
  | 'unknownNumber' // 404
  | 'congestion'; // 503

export type HangUpCause = 'normal' | 'answeredElsewhere';

export type MediaDirection = 'in' | 'out';
export type MediaSubject = { readonly legId: string } | { readonly bridgeId: string };

export type Media =
  /** An 8 kHz mono 16-bit WAV by absolute path. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'tone'; readonly tone: 'ringing' | 'busy' | 'congestion' | 'beep' };

export type DigitTiming = { readonly durationMs: number; readonly betweenMs: number };

export type RecordOptions = {
  readonly maxSeconds?: number;
  readonly maxSilenceSeconds?: number;
  readonly beep?: boolean;
  readonly endOnDigit?: '#' | '*' | 'any';
};

export type LegTarget = { readonly consoleId: string } | { readonly trunkNumber: string };

export type Originate = {
  readonly legId: string;
  readonly to: LegTarget;
  /** What the device shows as the caller. */
  readonly from: { readonly number: string | null; readonly name: string | null };
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly tag: LegTag;
};

export type ConsoleAdmission = {
  readonly consoleId: string;
  readonly displayName: string;
  /** Shared between the edge and the PBX only; proves that a SIP request came through the edge for this console. */
  readonly secret: string;
};
