import { Bell, ChevronDown, Headphones } from 'lucide-react';
import { useCallback, useState } from 'react';
import { strings } from '../../../lib/strings/strings.ts';
import type { AudioDevice, Microphone, MicrophoneState } from '../../../ports/microphone.ts';
import type { Ringer } from '../../../ports/ringer.ts';
import { Act } from '../../../ui/act.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Meter } from '../../../ui/meter.tsx';

type DevicesMenuProps = {
  readonly microphone: Microphone;
  readonly state: MicrophoneState;
  readonly ringer: Pick<Ringer, 'ringOnce'>;
};

/** The microphone in use, how loud it is, and the choice of another. */
export function DevicesMenu({ microphone, state, ringer }: DevicesMenuProps) {
  const texts = strings.desk;
  const read = useCallback(() => microphone.level(), [microphone]);
  const [devices, setDevices] = useState<readonly AudioDevice[]>([]);
  const current = state.state === 'ready' ? state.device : null;
  const look = async (): Promise<void> => setDevices(await microphone.devices());

  return (
    <>
      <button type="button" className="bar-button hide-narrow" popoverTarget="devices" aria-label={texts.audioDevices}>
        <Icon of={Headphones} />
        <Meter label={texts.microphoneLevel} read={read} />
        <span className="sr-medium ell device-name">{current?.label ?? texts.defaultMicrophone}</span>
        <Icon of={ChevronDown} size={15} className="faint" />
      </button>
      <section
        id="devices"
        popover="auto"
        className="pop devices"
        aria-label={texts.audioDevices}
        onToggle={() => void look()}
      >
        <label className="label" htmlFor="microphone">
          {texts.microphone}
        </label>
        <div className="row">
          <select
            id="microphone"
            className="field small-field"
            value={current?.id ?? ''}
            onChange={(event) => void microphone.choose(event.target.value)}
          >
            {current === null && <option value="">{texts.defaultMicrophone}</option>}
            {listed(devices, current).map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
          <Meter label={texts.microphoneLevel} bars={18} read={read} />
        </div>
        <span className="label">{texts.ringer}</span>
        <Act icon={Bell} label={texts.ringOnce} onPress={() => ringer.ringOnce()} />
      </section>
    </>
  );
}

/** The one in use is always among them, also before the browser has been asked for the others. */
const listed = (devices: readonly AudioDevice[], current: AudioDevice | null): readonly AudioDevice[] =>
  current === null || devices.some(({ id }) => id === current.id) ? devices : [current, ...devices];
