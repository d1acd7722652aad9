import type { Result } from '../../shared/result.ts';

/** What picks the voice up: asked for once, then kept open through the shift so that answering does not wait for it. */
export interface Microphone {
  state(): MicrophoneState;
  /** Answers the way to stop listening. */
  subscribe(listener: (state: MicrophoneState) => void): () => void;
  /** Opens the chosen microphone, asking the person if need be. Opening an open one changes nothing. */
  open(): Promise<Result<void, MicrophoneFailure>>;
  /** The open microphone; null while it is not `ready`. */
  stream(): MediaStream | null;
  /** How loud it is just now, 0 to 1. */
  level(): number;
  devices(): Promise<readonly AudioDevice[]>;
  /** Takes another one, now and from now on. */
  choose(deviceId: string): Promise<Result<void, MicrophoneFailure>>;
  close(): void;
}

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

export type AudioDevice = { readonly id: string; readonly label: string };
