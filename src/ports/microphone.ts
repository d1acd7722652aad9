import type { Result } from '../../shared/result.ts';
import type { AudioDevice, DeviceEvent } from './audio-device.ts';

/** What picks the voice up: asked for once, then kept open through the shift so that answering does not wait for it. */
export interface Microphone {
  state(): MicrophoneState;
  /** Told of every state; `ready` again when another microphone is in use. Answers the way to stop listening. */
  subscribe(listener: (state: MicrophoneState) => void): () => void;
  /** Told of what is plugged in and out. Answers the way to stop listening. */
  subscribeDevices(listener: (event: DeviceEvent) => void): () => void;
  /** Opens the chosen microphone, asking the person if need be. Opening an open one changes nothing. */
  open(): Promise<Result<void, MicrophoneFailure>>;
  /** Whether opening it would make the browser ask the person; false where the browser does not tell. */
  isAskable(): Promise<boolean>;
  /** The open microphone; null while it is not `ready`. */
  stream(): MediaStream | null;
  /** How loud it is just now, 0 to 1. */
  level(): number;
  devices(): Promise<readonly AudioDevice[]>;
  /**
   * Takes another one, now and from now on, in every window of this browser that listens; one that does not start leaves
   * the present one as it is. Where it is closed it stays so, and is only chosen.
   */
  choose(deviceId: string): Promise<Result<void, MicrophoneFailure>>;
  /** The one that was chosen, there or not; null while nobody has chosen. */
  chosen(): AudioDevice | null;
  /** The one that would stand in if the present one went away; null: there is no other. */
  secondChoice(): Promise<AudioDevice | null>;
  cleaning(): VoiceCleaning;
  /** In effect at once, also in a call and in other windows, and from now on at this computer. */
  clean(cleaning: VoiceCleaning): Promise<void>;
  close(): void;
}

/** What the browser does to the voice before it is sent. */
export type VoiceCleaning = { readonly echo: boolean; readonly noise: boolean; readonly level: boolean };

/**
 * `denied`: the person or the browser said no. `none`: there is none. `unplugged`: it went away while in use.
 * `busy`: it is there but does not start.
 */
export type MicrophoneFailure = 'denied' | 'none' | 'unplugged' | 'busy';

export type MicrophoneState =
  | { readonly state: 'closed' }
  | { readonly state: 'asking' }
  | { readonly state: 'ready'; readonly device: AudioDevice }
  | { readonly state: MicrophoneFailure };
