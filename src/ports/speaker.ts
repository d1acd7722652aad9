import type { Result } from '../../shared/result.ts';
import type { AudioDevice, DeviceEvent } from './audio-device.ts';

/** Where something is heard, and how loud: one for the caller's voice, one for the ringer. */
export interface Speaker {
  state(): SpeakerState;
  /** Told of what is plugged in and out, and of what is chosen. Answers the way to stop listening. */
  subscribeDevices(listener: (event: DeviceEvent) => void): () => void;
  /** Uses what was chosen on this computer, as far as it is there. */
  open(): Promise<void>;
  devices(): Promise<readonly AudioDevice[]>;
  /** From now on there, also in the middle of a call and in other windows; the empty id is the computer's default. */
  choose(deviceId: string): Promise<Result<void, 'refused'>>;
  /** Lets the browser ask which one, where it tells of none by itself; to be called from a click. */
  ask(): Promise<Result<void, 'refused'>>;
  /** Whole per cent, 0 to 100; in other windows of this browser as well. */
  setVolume(volume: number): void;
  close(): void;
}

export type SpeakerState = {
  /** Whether this browser can play anywhere else than on the computer's default. */
  readonly canChoose: boolean;
  /** Whether the browser has a list of its own to choose from. */
  readonly canAsk: boolean;
  /** The one in use; null: the computer's default. */
  readonly device: AudioDevice | null;
  /** The one that was chosen, there or not; null: the computer's default. */
  readonly chosen: AudioDevice | null;
  /** Whole per cent, 0 to 100. */
  readonly volume: number;
};

/** The speaker of the calls, which can be tried without a caller. */
export interface CallSpeaker extends Speaker {
  /** Plays a short voice through the device in use, as loud as a caller; false: the browser plays nothing yet. */
  playVoice(): Promise<boolean>;
  /**
   * Plays a sound file in the same way, instead of the one before; resolves when it has been played to its end or was
   * stopped. False: the browser plays nothing yet, or cannot play this.
   */
  play(file: Uint8Array): Promise<boolean>;
  /** Silent at once; nothing where nothing plays. */
  stop(): void;
}
