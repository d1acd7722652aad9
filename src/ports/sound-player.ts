/** Plays one long sound from an address, so that it is heard before all of it is here. Places are milliseconds. */
export interface SoundPlayer {
  state(): SoundState;
  /** The place that is heard just now. */
  position(): number;
  /** Told of every change of the state, and about ten times a second while it plays. Answers the way to stop listening. */
  subscribe(listener: () => void): () => void;
  /** From now on this sound, from its beginning, silent until `play`: the first of the addresses that can be played. */
  load(addresses: readonly string[]): void;
  /** To be called from a press; from the beginning where it has ended. */
  play(): void;
  pause(): void;
  seek(ms: number): void;
  /** 1: as it was spoken. Voices keep their pitch. */
  setRate(rate: number): void;
  /** Of a sound with two channels; 0 is the left one. */
  muteChannel(channel: 0 | 1, isMuted: boolean): void;
  /** Lets go of the sound. */
  close(): void;
}

/** `waiting`: it was told to play, and what comes next is not here yet. `blocked`: the browser wants another press. */
export type SoundState = 'silent' | 'waiting' | 'playing' | 'ended' | 'failed' | 'blocked';
