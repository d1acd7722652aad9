import type { AuditLog } from '../ports/audit-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { Greetings } from '../ports/greetings.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { RecordingCatalogue } from '../ports/recording-catalogue.ts';
import type { RecordingStore } from '../ports/recording-store.ts';
import type { ReplySpeech } from '../ports/reply-speech.ts';
import type { CallStore, Directory, ReplyStore } from '../ports/stores.ts';
import type { SoundFiles } from '../ports/sound-files.ts';
import type { SoundTools } from '../ports/sound-tools.ts';
import type { Telephony } from '../ports/telephony.ts';
import type { Transcriber } from '../ports/transcriber.ts';
import type { WorklistStore } from '../ports/worklist-store.ts';
import type { Workshop } from '../ports/workshop.ts';
import type { Consoles } from './consoles.ts';
import type { Dialling, PlaceFailure } from './dialling.ts';
import type { LiveCalls } from './live-calls.ts';
import type { Mp3Queue } from './mp3-queue.ts';
import type { RecentCalls } from './recent-calls.ts';
import type { Recorder } from './recorder.ts';
import type { Statuses } from './statuses.ts';
import type { Transcription } from './transcription.ts';

/** What every use-case works with: the ports, and the calls and consoles of this server. */
export type Desk = {
  readonly telephony: Telephony;
  readonly calls: CallStore;
  readonly directory: Directory;
  readonly replies: ReplyStore;
  readonly replySpeech: ReplySpeech;
  readonly sounds: SoundFiles;
  readonly worklist: WorklistStore;
  readonly recordings: RecordingCatalogue;
  readonly recordingStore: RecordingStore;
  readonly soundTools: SoundTools;
  readonly workshop: Workshop;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly prompts: Prompts;
  readonly greetings: Greetings;
  readonly dialling: Dialling;
  readonly live: LiveCalls;
  readonly consoles: Consoles;
  readonly statuses: Statuses;
  /** The leg of the test call that is on at a console, by console: see test-call.ts. */
  readonly tests: Map<string, string>;
  readonly recentCalls: RecentCalls;
  readonly mp3s: Mp3Queue;
  /** What is being recorded of calls, by either of its tracks. */
  readonly recorders: Map<string, Recorder>;
  /** Null: nobody writes down what was said. */
  readonly transcriber: Transcriber | null;
  readonly transcription: Transcription;
  readonly counters: DeskCounters;
};

/** Sentences every caller may hear, rendered before the first call: absolute paths of 8 kHz mono WAV files. */
export type Prompts = {
  readonly nobodyCanTakeYourCall: string;
  readonly weAreClosed: string;
  readonly thisCallIsRecorded: string;
  /** Before the tone, of a queue that takes messages: to whom nobody took, and to who calls while it is closed. */
  readonly leaveAMessage: string;
  readonly closedLeaveAMessage: string;
  readonly thanksForYourMessage: string;
};

/** What went by, for metrics. */
export type DeskCounters = {
  readonly count: (what: CountedEvent) => void;
  /** A call that was to be placed and was not. */
  readonly refused: (why: PlaceFailure) => void;
};
export type CountedEvent =
  | 'callArrived'
  | 'callAnswered'
  | 'callMissed'
  | 'callAbandoned'
  | 'callEnded'
  | 'replySent'
  | 'callPlaced'
  | 'placedCallAnswered'
  | 'recordingStarted'
  | 'recordingFailed'
  | 'recordingNotKept'
  | 'voicemailMailed'
  | 'voicemailNotMailed'
  | 'unknownNumber'
  | 'illegalMove'
  | 'notStored';
