import type { AudioDevice, DeviceEvent } from '../../ports/audio-device.ts';
import { isAlias, type ListedDevice } from './device-list.ts';

type Opened = {
  /** What went away and has not been said to be gone yet. */
  readonly lost: AudioDevice | null;
  readonly used: AudioDevice;
  /** The chosen one, as far as it is there. */
  readonly wanted: AudioDevice | null;
  readonly chosen: AudioDevice | null;
};

/** What is to be said once a microphone is open: that it is not the one that was, or not the chosen one. Null: nothing. */
export function fallBackOf({ lost, used, wanted, chosen }: Opened): DeviceEvent | null {
  const isLost = lost !== null && (lost.id !== used.id || lost.label !== used.label);
  const gone = isLost ? lost : lost === null && wanted === null ? chosen : null;
  if (gone === null) return null;
  return { type: 'fellBack', lost: gone.label, using: used.label, why: isLost ? 'unplugged' : 'missing' };
}

type Listed = { readonly before: readonly ListedDevice[]; readonly now: readonly ListedDevice[] };

/** What is to be said of another list: that a microphone was plugged in which is not in use. */
export function arrivalOf({ before, now }: Listed, inUse: AudioDevice | null, keeping: AudioDevice): DeviceEvent {
  const isNew = (device: ListedDevice): boolean => !isAlias(device) && !before.some(({ id }) => id === device.id);
  const arrived = now.find((device) => isNew(device) && device.id !== inUse?.id);
  if (arrived === undefined || before.length === 0) return { type: 'changed' };
  return { type: 'arrived', device: arrived, keeping: keeping.label };
}
