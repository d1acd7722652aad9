import type { Result } from '../../shared/result.ts';
import type { AudioDevice } from './audio-device.ts';

/** The buttons and lamps of headsets. What they pick up and play is another matter: see microphone.ts and speaker.ts. */
export interface Headset {
  /** Whether the browser lets headsets be connected; without it only its own media keys are heard. */
  readonly canConnect: boolean;
  /** Takes those that were connected before, and follows their coming and going. */
  open(): Promise<void>;
  /** Those whose buttons work now. */
  connected(): readonly AudioDevice[];
  /** Answers the way to stop listening. */
  subscribe(listener: (event: HeadsetEvent) => void): () => void;
  /** Lets the person choose one; to be called from a click. `noneChosen`: the person closed the list. */
  connect(): Promise<Result<void, 'noneChosen' | 'notOpened'>>;
  /** Sets the lamps; the buttons mean what they mean in that state. */
  show(call: HeadsetCall): void;
  close(): Promise<void>;
}

/** How the desk stands, as far as a headset shows it. */
export type HeadsetCall = { readonly isRinging: boolean; readonly isTalking: boolean; readonly isMuted: boolean };

/** `mute`: muted or not, the other way round than it was shown. */
export type HeadsetButton = 'answer' | 'hangUp' | 'mute';

export type HeadsetEvent =
  | { readonly type: 'pressed'; readonly button: HeadsetButton }
  /** Others are connected than before. */
  | { readonly type: 'changed' };
