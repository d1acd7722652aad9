import { ChevronDown, Headphones, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { GoLink } from '../../../ui/go-link.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Meter } from '../../../ui/meter.tsx';
import type { AudioModel } from '../model/audio-model.ts';
import { MicrophoneSelect } from './microphone-control.tsx';
import { RingOnce } from './ringer-control.tsx';
import { SpeakerSelect } from './speaker-select.tsx';
import './audio.css';

type DevicesMenuProps = { readonly audio: AudioModel; readonly onGo: (address: string) => void };

const texts = strings.audio;

/** What is heard and spoken through, one press away from every call. */
export function DevicesMenu({ audio, onGo }: DevicesMenuProps) {
  const { microphone } = useStore(audio.devices.store);
  const panel = useRef<HTMLElement>(null);
  const name = microphone.state === 'ready' ? microphone.device.label : texts.noMicrophone;
  return (
    <>
      <button type="button" className="bar-button hide-narrow" popoverTarget="devices" aria-label={texts.title}>
        <Icon of={Headphones} />
        <Meter label={texts.microphoneLevel} read={audio.microphoneLevel} />
        <span className="sr-medium ell device-name">{name}</span>
        <Icon of={ChevronDown} size={15} className="faint" />
      </button>
      <section
        ref={panel}
        id="devices"
        popover="auto"
        className="pop devices"
        aria-label={texts.title}
        onToggle={() => void audio.devices.look()}
      >
        <p className="label">{texts.microphone}</p>
        <div className="row">
          <MicrophoneSelect audio={audio} />
          <Meter label={texts.microphoneLevel} bars={18} read={audio.microphoneLevel} />
        </div>
        <p className="label">{texts.callAudio}</p>
        <div className="row">
          <SpeakerSelect audio={audio} purpose="callAudio" />
          <Meter label={texts.callLevel} bars={18} read={audio.callLevel} />
        </div>
        <p className="label">{texts.ringer}</p>
        <div className="row">
          <SpeakerSelect audio={audio} purpose="ringer" />
          <RingOnce audio={audio} />
        </div>
        <Arrived audio={audio} />
        <GoLink
          to="/settings/audio"
          className="to-settings"
          onGo={(to) => {
            panel.current?.hidePopover();
            onGo(to);
          }}
        >
          {texts.settings}
        </GoLink>
      </section>
    </>
  );
}

/** A microphone that was plugged in is not taken by itself: whoever talks would lose their voice. */
function Arrived({ audio }: { readonly audio: AudioModel }) {
  const arrived = useStore(audio.notices.store, (state) => state.arrived);
  if (arrived === null) return null;
  const { device, keeping } = arrived;
  return (
    <div className="banner wait arrived">
      <Icon of={TriangleAlert} />
      <span className="grow">{fill(texts.arrived, { name: device.label, keeping })}</span>
      <Act
        label={fill(texts.takeArrived, { name: device.label })}
        onPress={() => void audio.devices.chooseMicrophone(device.id)}
      />
    </div>
  );
}
