import { ChevronDown } from 'lucide-react';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { AudioDevice } from '../../../ports/audio-device.ts';
import { Icon } from '../../../ui/icon.tsx';

type DeviceSelectProps = {
  readonly label: string;
  readonly devices: readonly AudioDevice[];
  /** The one in use; null: the one of `nothing`. */
  readonly current: AudioDevice | null;
  /** The one that is wanted; it stays in the list while it is unplugged, so that nobody thinks it is forgotten. */
  readonly chosen: AudioDevice | null;
  /** What no device at all is called; undefined: there is no such choice. */
  readonly nothing?: string | undefined;
  readonly onChoose: (deviceId: string) => void;
};

/** Which device; the one in use is always among them, also before the browser has been asked for the others. */
export function DeviceSelect({ label, devices, current, chosen, nothing, onChoose }: DeviceSelectProps) {
  const isListed = (device: AudioDevice): boolean => devices.some(({ id }) => id === device.id);
  const listed = current === null || isListed(current) ? devices : [current, ...devices];
  const missing = chosen !== null && chosen.id !== current?.id && !isListed(chosen) ? chosen : null;
  return (
    <span className="device-choice">
      <select aria-label={label} value={current?.id ?? ''} onChange={(event) => onChoose(event.target.value)}>
        {nothing !== undefined && <option value="">{nothing}</option>}
        {listed.map(({ id, label: name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {missing && (
          <option value={missing.id} disabled>
            {fill(strings.audio.notConnected, { name: missing.label })}
          </option>
        )}
      </select>
      <Icon of={ChevronDown} size={16} />
    </span>
  );
}
