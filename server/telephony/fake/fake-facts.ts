import type { Media, MediaSubject } from '../../ports/telephony.ts';
import type { FakeLeg } from './fake-leg.ts';
import { type FakePbx, sameSubject } from './fake-pbx.ts';

/** What a test asks of the pretended PBX. */
export type FakeFacts = {
  /** Also of legs that have ended. Throws for an id that never was one. */
  readonly leg: (legId: string) => FakeLeg;
  readonly legs: () => readonly FakeLeg[];
  /** The legs ringing at a console, oldest first. */
  readonly ringingAt: (consoleId: string) => readonly FakeLeg[];
  /** Dialled out and not answered yet, oldest first. */
  readonly dialling: (number: string) => readonly FakeLeg[];
  /** The others in its bridge. */
  readonly bridgedWith: (legId: string) => readonly string[];
  /** Those whose voice reaches the leg: bridged with it, not muted, and no music or prompt in the way. */
  readonly hears: (legId: string) => readonly string[];
  readonly bridgeIds: () => readonly string[];
  /** The playback that is sounding there. */
  readonly playing: (on: MediaSubject) => { readonly playbackId: string; readonly media: readonly Media[] } | null;
  readonly recordings: () => readonly {
    readonly recordingId: string;
    readonly on: MediaSubject;
    readonly muted: boolean;
  }[];
  /** Ids of complete recordings. */
  readonly recorded: () => readonly string[];
  readonly admittedConsoles: () => readonly string[];
};

export function fakeFacts(pbx: FakePbx): FakeFacts {
  const leg = (legId: string): FakeLeg => {
    const found = pbx.legs.get(legId);
    if (found === undefined) throw new Error(`there never was a leg ${legId}`);
    return found;
  };
  const legs = (): readonly FakeLeg[] => [...pbx.legs.values()];
  const bridgedWith = (legId: string): readonly string[] =>
    [...(pbx.bridges.get(leg(legId).bridgeId ?? '') ?? [])].filter((other) => other !== legId);
  const playing = (on: MediaSubject) =>
    [...pbx.playbacks.values()].find((playback) => playback.state === 'playing' && sameSubject(playback.on, on)) ??
    null;
  return {
    leg,
    legs,
    ringingAt: (consoleId) => alerting(legs()).filter(({ request }) => isTo(request?.to, 'consoleId', consoleId)),
    dialling: (number) => alerting(legs()).filter(({ request }) => isTo(request?.to, 'trunkNumber', number)),
    bridgedWith,
    hears: (legId) => {
      const { muted, music } = leg(legId);
      if (muted.has('out') || music !== null || playing({ legId }) !== null) return [];
      return bridgedWith(legId).filter((other) => !leg(other).muted.has('in'));
    },
    bridgeIds: () => [...pbx.bridges.keys()],
    playing,
    recordings: () => [...pbx.recordings.values()],
    recorded: () => [...pbx.recorded],
    admittedConsoles: () => [...pbx.admitted.keys()],
  };
}

const alerting = (legs: readonly FakeLeg[]): readonly FakeLeg[] =>
  legs.filter(({ origin, state }) => origin === 'originated' && state === 'alerting');

const isTo = (to: object | undefined, kind: string, value: string): boolean =>
  to !== undefined && Object.entries(to).some(([key, whom]) => key === kind && whom === value);
