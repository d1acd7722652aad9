import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { SettingRow } from '../../../ui/setting-row.tsx';
import { Switch } from '../../../ui/switch.tsx';
import type { AudioModel } from '../model/audio-model.ts';
import { CallAudioControl } from './call-audio-control.tsx';
import { HeadsetButtons } from './headset-buttons.tsx';
import { MicrophoneControl } from './microphone-control.tsx';
import { RingToneList } from './ring-tone-list.tsx';
import { RingerControl } from './ringer-control.tsx';

const texts = strings.audio;

type AudioSettingsProps = {
  readonly audio: AudioModel;
  /** Whether this window has the desk's telephone. */
  readonly hasPhone: boolean;
};

/** What this desk hears and is heard through. It belongs to the machine, so it is kept in this browser. */
export function AudioSettings({ audio, hasPhone }: AudioSettingsProps) {
  const { microphone, secondMicrophone } = useStore(audio.devices.store);
  const second =
    secondMicrophone === null ? texts.noSecondChoice : fill(texts.secondChoice, { name: secondMicrophone.label });
  return (
    <>
      <SettingRow title={texts.microphone} {...(microphone.state === 'ready' && { hint: second })}>
        <MicrophoneControl audio={audio} />
      </SettingRow>
      <SettingRow title={texts.callAudio} hint={texts.callAudioHint}>
        <CallAudioControl audio={audio} />
      </SettingRow>
      <SettingRow title={texts.ringer} hint={texts.ringerHint}>
        <RingerControl audio={audio} />
      </SettingRow>
      <SettingRow title={texts.ringTones}>
        <RingToneList audio={audio} />
      </SettingRow>
      <SettingRow title={texts.cleaning}>
        <VoiceCleaningSwitches audio={audio} />
      </SettingRow>
      <HeadsetButtons audio={audio} hasPhone={hasPhone} />
    </>
  );
}

function VoiceCleaningSwitches({ audio: { devices } }: { readonly audio: AudioModel }) {
  const cleaning = useStore(devices.store, (state) => state.cleaning);
  return (
    <>
      {(['echo', 'noise', 'level'] as const).map((part) => (
        <Switch
          key={part}
          label={texts[part]}
          isOn={cleaning[part]}
          onChange={(isOn) => void devices.clean({ ...cleaning, [part]: isOn })}
        />
      ))}
    </>
  );
}
