import type { SharedStorage } from '../../lib/shared-storage.ts';
import type { DeviceList } from './device-list.ts';
import type { LevelMeter } from './level-meter.ts';

/** What a browser has for the microphone of this computer. */
export type WebMicrophoneParts = {
  /** Undefined where the browser gives none to this page. */
  readonly media: Pick<MediaDevices, 'getUserMedia'> | undefined;
  readonly list: DeviceList;
  /** Undefined where the browser does not tell whether the microphone is allowed. */
  readonly permissions: Permissions | undefined;
  readonly meterOf: (stream: MediaStream) => LevelMeter;
  /** Where the choice of a microphone is kept. */
  readonly storage: SharedStorage;
};
