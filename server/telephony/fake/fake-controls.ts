import type { LegEndCause } from '../../ports/telephony-event.ts';
import type { Telephony } from '../../ports/telephony.ts';
import { type Arrival, arrive } from './fake-arrival.ts';
import { endLeg } from './fake-end-leg.ts';
import { fakeFacts } from './fake-facts.ts';
import type { LegRecord } from './fake-leg.ts';
import { fakeOutage, type FakeOutage } from './fake-outage.ts';
import { type FakePbx, type InjectedFailure, report } from './fake-pbx.ts';
import { endPlayback } from './fake-playback.ts';
import { endRecording, endRecordingsByDigit } from './fake-recording.ts';

type Refusal = Exclude<LegEndCause, 'hungUp' | 'answeredElsewhere'>;

/** What the world does to the PBX: callers, consoles, time and accidents. */
export type FakeControls = FakeOutage & {
  /** A caller comes in from the trunk; returns the leg's id. */
  readonly arrive: (arrival: Arrival) => string;
  /** Before the answer the caller gives up (SIP CANCEL), after it they hang up. */
  readonly callerHangsUp: (legId: string) => void;
  /** A browser registers for the console; `admitConsole` alone does that, too. */
  readonly registers: (consoleId: string) => void;
  /** The console's browser is gone: it cannot be rung. */
  readonly unreachable: (consoleId: string) => void;
  /** Answers the leg ringing there longest, or the one named; returns its id. */
  readonly consoleAnswers: (consoleId: string, legId?: string) => string;
  readonly consoleRejects: (consoleId: string, cause?: Refusal, legId?: string) => string;
  readonly targetAnswers: (legId: string) => void;
  readonly targetRejects: (legId: string, cause: Refusal) => void;
  /** The device of any leg goes away: on purpose (`hungUp`, the default) or not (`failed`). */
  readonly deviceEnds: (legId: string, cause?: LegEndCause) => void;
  readonly press: (legId: string, digits: string, durationMs?: number) => void;
  readonly holds: (legId: string) => void;
  readonly resumes: (legId: string) => void;
  readonly startsTalking: (legId: string) => void;
  readonly stopsTalking: (legId: string, durationMs?: number) => void;
  readonly playbackEnds: (playbackId: string, played?: boolean) => void;
  readonly recordingEnds: (recordingId: string, recorded?: boolean) => void;
  /** The next such command fails this way and does nothing; further calls add further failures. */
  readonly failNext: (command: keyof Telephony, failure: InjectedFailure) => void;
  /** Resolves when every event was delivered and the code that took it has come to rest. */
  readonly settle: () => Promise<void>;
};

export function fakeControls(pbx: FakePbx): FakeControls {
  const { ringingAt } = fakeFacts(pbx);
  const live = (legId: string): LegRecord => {
    const leg = pbx.legs.get(legId);
    if (leg === undefined || leg.state === 'ended') throw new Error(`there is no leg ${legId} any more`);
    return leg;
  };
  const ringing = (consoleId: string, legId = ringingAt(consoleId)[0]?.legId): LegRecord => {
    if (legId === undefined) throw new Error(`nothing rings at console ${consoleId}`);
    return live(legId);
  };
  return {
    ...fakeOutage(pbx),
    ...mediaControls(pbx, live),
    arrive: (arrival) => arrive(pbx, arrival),
    callerHangsUp: (legId) => endLeg(pbx, live(legId), live(legId).state === 'alerting' ? 'cancelled' : 'hungUp'),
    registers: (consoleId) => void pbx.reachable.add(consoleId),
    unreachable: (consoleId) => void pbx.reachable.delete(consoleId),
    consoleAnswers: (consoleId, legId) => answered(pbx, ringing(consoleId, legId)),
    consoleRejects: (consoleId, cause = 'declined', legId) => {
      const leg = ringing(consoleId, legId);
      endLeg(pbx, leg, cause);
      return leg.legId;
    },
    targetAnswers: (legId) => void answered(pbx, live(legId)),
    targetRejects: (legId, cause) => endLeg(pbx, live(legId), cause),
    deviceEnds: (legId, cause = 'hungUp') => endLeg(pbx, live(legId), cause),
    failNext: (command, failure) => {
      pbx.failNext.set(command, [...(pbx.failNext.get(command) ?? []), failure]);
    },
    // A turn of the event loop runs every microtask there is; a few of them also let real input and output come to rest.
    settle: async () => {
      for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
    },
  };
}

function answered(pbx: FakePbx, leg: LegRecord): string {
  leg.state = 'connected';
  leg.signals.push('answered');
  report(pbx, { type: 'legAnswered', legId: leg.legId, tag: leg.tag });
  return leg.legId;
}

type MediaControls = Pick<
  FakeControls,
  'press' | 'holds' | 'resumes' | 'startsTalking' | 'stopsTalking' | 'playbackEnds' | 'recordingEnds'
>;

function mediaControls(pbx: FakePbx, live: (legId: string) => LegRecord): MediaControls {
  return {
    press: (legId, digits, durationMs = 100) => {
      live(legId);
      for (const digit of digits) {
        report(pbx, { type: 'digit', legId, digit, durationMs });
        endRecordingsByDigit(pbx, legId, digit);
      }
    },
    holds: (legId) => report(pbx, { type: 'legHeld', legId: live(legId).legId }),
    resumes: (legId) => report(pbx, { type: 'legResumed', legId: live(legId).legId }),
    startsTalking: (legId) => {
      if (live(legId).detectsTalking) report(pbx, { type: 'talkingStarted', legId });
    },
    stopsTalking: (legId, durationMs = 1000) => {
      if (live(legId).detectsTalking) report(pbx, { type: 'talkingEnded', legId, durationMs });
    },
    playbackEnds: (playbackId, played = true) => endPlayback(pbx, playbackId, played),
    recordingEnds: (recordingId, recorded = true) => endRecording(pbx, recordingId, recorded),
  };
}
