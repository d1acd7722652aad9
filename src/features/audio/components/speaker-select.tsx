import { useStore } from 'zustand';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import type { AudioModel } from '../model/audio-model.ts';
import { DeviceSelect } from './device-select.tsx';

type SpeakerSelectProps = { readonly audio: AudioModel; readonly purpose: 'callAudio' | 'ringer' };

const texts = strings.audio;

/** Which loudspeaker; where the browser plays on one only, that is said instead. */
export function SpeakerSelect({ audio, purpose }: SpeakerSelectProps) {
  const { canChoose, canAsk, device, chosen, devices } = useStore(audio.devices.store, (state) => state[purpose]);
  if (!canChoose) return <span className="small muted no-choice">{texts.cannotChoose}</span>;
  return (
    <>
      <DeviceSelect
        label={texts[purpose]}
        devices={devices}
        current={device}
        chosen={chosen}
        nothing={texts.computersDefault}
        onChoose={(id) => void audio.devices.chooseSpeaker(purpose, id)}
      />
      {canAsk && <Act label={texts.chooseAnother} onPress={() => void audio.devices.askForSpeaker(purpose)} />}
    </>
  );
}
