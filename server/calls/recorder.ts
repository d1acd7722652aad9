import { trackName, type TrackFacts } from './track-name.ts';

/**
 * A call that is being recorded, or whose recording is on its way into the archive. Two legs listen to the caller's: what the
 * caller says, and what they hear; so it goes on through holds and whoever of ours comes and goes.
 */
export type Recorder = {
  readonly facts: TrackFacts;
  readonly tracks: readonly [string, string];
  readonly legs: readonly [string, string];
  /** Resolves when the PBX has written both to their end. */
  readonly over: Promise<void>;
  readonly trackEnded: (track: string) => void;
  /** Its end is missing. */
  cut: boolean;
  /** Stops looking whether there is room. */
  stopWatching: () => void;
};

/** Those of this server, by their tracks. */
type Recorders = { readonly recorders: Map<string, Recorder> };

export const snoopLegsOf = (recordingId: string): readonly [string, string] => [
  `snoop-${recordingId}-in`,
  `snoop-${recordingId}-out`,
];

export const tracksOf = (facts: TrackFacts): readonly [string, string] => [
  trackName(facts, 'in'),
  trackName(facts, 'out'),
];

/** From now on the desk hears of its tracks. */
export function createRecorder(desk: Recorders, facts: TrackFacts): Recorder {
  const tracks = tracksOf(facts);
  const running = new Set<string>(tracks);
  let resolve = (): void => {};
  const over = new Promise<void>((done) => (resolve = done));
  const recorder: Recorder = {
    facts,
    tracks,
    legs: snoopLegsOf(facts.recordingId),
    over,
    trackEnded: (track) => {
      running.delete(track);
      if (running.size === 0) resolve();
    },
    cut: false,
    stopWatching: () => {},
  };
  for (const track of tracks) desk.recorders.set(track, recorder);
  return recorder;
}

export function forgetRecorder(desk: Recorders, { tracks }: Recorder): void {
  for (const track of tracks) desk.recorders.delete(track);
}
