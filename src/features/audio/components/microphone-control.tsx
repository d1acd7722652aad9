import { useStore } from 'zustand';
import { strings } from '../../../lib/strings/strings.ts';
import type { AudioModel } from '../model/audio-model.ts';
import { DeviceSelect } from './device-select.tsx';
import { LevelMeter } from './level-meter.tsx';
import './audio.css';

type ControlProps = { readonly audio: AudioModel };

const texts = strings.audio;

/** Which microphone, and how loud it is. */
export function MicrophoneControl({ audio }: ControlProps) {
  const { microphone, failures } = useStore(audio.devices.store);
  return (
    <>
      <MicrophoneSelect audio={audio} />
      {microphone.state === 'ready' ? (
        <LevelMeter read={audio.microphoneLevel} />
      ) : (
        <span className="small tone-wait">{texts.microphoneStates[microphone.state]}</span>
      )}
      <span className="control-failure small tone-end" role="alert">
        {failures.microphone !== undefined && texts.notChosen}
      </span>
    </>
  );
}

export function MicrophoneSelect({ audio }: ControlProps) {
  const { microphone, microphones, chosenMicrophone } = useStore(audio.devices.store);
  const isClosed = microphone.state === 'closed';
  // In a window without the telephone it is closed: what is chosen there counts where the telephone is.
  const awaited = microphones.find(({ id }) => isClosed && id === chosenMicrophone?.id);
  const current = microphone.state === 'ready' ? microphone.device : (awaited ?? null);
  const nothing = isClosed ? texts.computersDefault : texts.noMicrophone;
  return (
    <DeviceSelect
      label={texts.microphone}
      devices={microphones}
      current={current}
      chosen={chosenMicrophone}
      nothing={current === null ? nothing : undefined}
      onChoose={(id) => id !== '' && void audio.devices.chooseMicrophone(id)}
    />
  );
}
