import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TelephonyEvent, TelephonySnapshot } from '../../ports/telephony-event.ts';
import type {
  ConsoleAdmission,
  Done,
  LegFailure,
  Media,
  MediaSubject,
  Telephony,
  TelephonyStatus,
} from '../../ports/telephony.ts';
import { createFakeEvents, type FakeEvents } from './fake-events.ts';
import { type LegRecord, takesCommands } from './fake-leg.ts';

export type FakeOptions = {
  readonly clock: Clock;
  /** How long a media item lasts; null (the default for all): until the test ends the playback. */
  readonly playMs?: (media: Media) => number | null;
  /** Default: every file is there. */
  readonly fileExists?: (path: string) => boolean;
  /** Called when a recording is complete, before it is reported; a test may put a file where it belongs. */
  readonly writeRecording?: (recordingId: string, lengthMs: number) => void;
  /** The file of a complete recording, for `readRecording`. */
  readonly recordedSound?: (recordingId: string) => Uint8Array | null;
};

export type PlaybackRecord = {
  readonly playbackId: string;
  readonly on: MediaSubject;
  readonly media: readonly Media[];
  state: 'queued' | 'playing';
  stopTimer: () => void;
};

export type RecordingRecord = {
  readonly recordingId: string;
  readonly on: MediaSubject;
  readonly startedAt: number;
  readonly endOnDigit: string;
  muted: boolean;
  stopTimer: () => void;
};

/** The whole state of the pretended PBX. */
export type FakePbx = {
  readonly options: FakeOptions;
  readonly clock: Clock;
  readonly events: FakeEvents;
  readonly legs: Map<string, LegRecord>;
  readonly bridges: Map<string, Set<string>>;
  /** In the order they were asked for: those on one subject wait for each other. */
  readonly playbacks: Map<string, PlaybackRecord>;
  readonly recordings: Map<string, RecordingRecord>;
  readonly recorded: Set<string>;
  readonly admitted: Map<string, ConsoleAdmission>;
  readonly reachable: Set<string>;
  readonly failNext: Map<keyof Telephony, InjectedFailure[]>;
  status: TelephonyStatus;
};

export function createFakePbx(options: FakeOptions): FakePbx {
  const { clock } = options;
  return {
    options,
    clock,
    events: createFakeEvents(),
    legs: new Map(),
    bridges: new Map(),
    playbacks: new Map(),
    recordings: new Map(),
    recorded: new Set(),
    admitted: new Map(),
    reachable: new Set(),
    failNext: new Map(),
    status: { state: 'connected', version: 'fake', since: clock.now() },
  };
}

/** Events while the PBX is not answering are lost, as they are with a real one. */
export function report(pbx: FakePbx, event: TelephonyEvent): void {
  if (pbx.status.state === 'connected') pbx.events.emit(event);
}

/** What a test may make any command of a leg answer; a gone leg it gets by ending the leg. */
export type InjectedFailure = 'pbxUnavailable' | 'refusedByPbx';

/** Every command on legs, bridges and media goes through here. */
export function command<Value = void, Failure = LegFailure>(
  pbx: FakePbx,
  name: keyof Telephony,
  run: () => Result<Value, Failure | InjectedFailure>,
): Promise<Result<Value, Failure | InjectedFailure>> {
  const failure = pbx.failNext.get(name)?.shift();
  if (failure !== undefined) return Promise.resolve(fail(failure));
  return whileUp(pbx, run);
}

export function whileUp<Value, Failure>(
  pbx: FakePbx,
  run: () => Result<Value, Failure | 'pbxUnavailable'>,
): Promise<Result<Value, Failure | 'pbxUnavailable'>> {
  return Promise.resolve(pbx.status.state === 'connected' ? run() : fail('pbxUnavailable'));
}

export function onLeg(pbx: FakePbx, legId: string, change: (leg: LegRecord) => void): Done {
  const leg = pbx.legs.get(legId);
  if (leg === undefined || !takesCommands(leg)) return fail('legGone');
  change(leg);
  return ok();
}

export function subjectIsThere(pbx: FakePbx, on: MediaSubject): Result<void, LegFailure> {
  if ('bridgeId' in on) return pbx.bridges.has(on.bridgeId) ? ok() : fail('legGone');
  return onLeg(pbx, on.legId, () => {});
}

export const sameSubject = (a: MediaSubject, b: MediaSubject): boolean =>
  'legId' in a ? 'legId' in b && a.legId === b.legId : 'bridgeId' in b && a.bridgeId === b.bridgeId;

export function unbridge(pbx: FakePbx, leg: LegRecord): void {
  if (leg.bridgeId !== null) pbx.bridges.get(leg.bridgeId)?.delete(leg.legId);
  leg.bridgeId = null;
}

export function snapshotOf(pbx: FakePbx): TelephonySnapshot {
  const legs = [...pbx.legs.values()].flatMap(({ legId, state, tag }) =>
    state === 'ended' ? [] : [{ legId, state, tag }],
  );
  return { legs, bridges: [...pbx.bridges].map(([bridgeId, members]) => ({ bridgeId, legIds: [...members] })) };
}

export function stopEveryTimer(pbx: FakePbx): void {
  for (const { stopTimers } of pbx.legs.values()) stopTimers();
  for (const { stopTimer } of [...pbx.playbacks.values(), ...pbx.recordings.values()]) stopTimer();
}
