/**
 * What Asterisk does not tell: it ends a playback that was stopped with the same `done` as one that played out, and
 * starts anew for each item of a list.
 */
export type PlaybackBook = {
  /** We ask for its end before it is there. */
  readonly stopped: (playbackId: string) => void;
  /** True the first time. */
  readonly started: (playbackId: string) => boolean;
  /** Whether it was played to its end; forgets it. */
  readonly finished: (playbackId: string, state: string) => boolean;
  readonly clear: () => void;
};

export function createPlaybackBook(): PlaybackBook {
  const started = new Set<string>();
  const stopped = new Set<string>();
  return {
    stopped: (playbackId) => void stopped.add(playbackId),
    started: (playbackId) => {
      const first = !started.has(playbackId);
      started.add(playbackId);
      return first;
    },
    finished: (playbackId, state) => {
      started.delete(playbackId);
      const byUs = stopped.delete(playbackId);
      return state === 'done' && !byUs;
    },
    clear: () => {
      started.clear();
      stopped.clear();
    },
  };
}
