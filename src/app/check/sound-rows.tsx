import { Bell, Headphones, Play } from 'lucide-react';
import { useStore } from 'zustand';
import { SpeakerSelect } from '../../features/audio/components/speaker-select.tsx';
import { VolumeSlider } from '../../features/audio/components/volume-slider.tsx';
import type { AudioModel } from '../../features/audio/model/audio-model.ts';
import { strings } from '../../lib/strings/strings.ts';
import { Act } from '../../ui/act.tsx';
import { CheckRow } from './check-row.tsx';
import type { CheckState } from './check-state.ts';
import { DidYouHear, type Hearing } from './did-you-hear.tsx';

type SoundRowProps = {
  readonly audio: AudioModel;
  readonly state: CheckState;
  readonly hearing: Hearing;
  readonly onHearing: (hearing: Hearing) => void;
  /** Why nothing can be played just now. */
  readonly unavailable: string | undefined;
};

const texts = strings.check;

export function CallAudioRow({ audio, state, hearing, onHearing, unavailable }: SoundRowProps) {
  const failure = useStore(audio.devices.store, ({ failures }) => failures.callAudio);
  const play = async (): Promise<void> => {
    await audio.devices.playVoice();
    onHearing('asked');
  };
  return (
    <CheckRow icon={Headphones} title={texts.callAudio.title} hint={texts.callAudio.hint} state={state}>
      <SpeakerSelect audio={audio} purpose="callAudio" />
      <Act icon={Play} label={strings.audio.playVoice} unavailable={unavailable} onPress={() => void play()} />
      {failure === undefined ? (
        <DidYouHear hearing={hearing} onSaid={onHearing} />
      ) : (
        <span className="small tone-end" role="alert">
          {strings.audio[failure]}
        </span>
      )}
    </CheckRow>
  );
}

export function RingerRow({ audio, state, hearing, onHearing, unavailable }: SoundRowProps) {
  const volume = useStore(audio.devices.store, ({ ringer }) => ringer.volume);
  const { tones } = audio;
  const ring = (): void => {
    audio.ringOnce(tones.toneOf(tones.lines.getState()[0]?.id ?? null));
    onHearing('asked');
  };
  return (
    <CheckRow icon={Bell} title={texts.ringer.title} hint={texts.ringer.hint} state={state}>
      <SpeakerSelect audio={audio} purpose="ringer" />
      <Act icon={Bell} label={strings.audio.ringOnce} unavailable={unavailable} onPress={ring} />
      <VolumeSlider
        label={strings.audio.ringerVolume}
        icon={Bell}
        volume={volume}
        onChange={(wanted) => audio.devices.setVolume('ringer', wanted)}
      />
      <DidYouHear hearing={hearing} onSaid={onHearing} />
    </CheckRow>
  );
}
