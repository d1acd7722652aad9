import { Play, Volume2 } from 'lucide-react';
import { useStore } from 'zustand';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import type { AudioModel } from '../model/audio-model.ts';
import { SpeakerSelect } from './speaker-select.tsx';
import { VolumeSlider } from './volume-slider.tsx';
import './audio.css';

const texts = strings.audio;

/** Where callers are heard, how loud, and a voice to try it with. */
export function CallAudioControl({ audio }: { readonly audio: AudioModel }) {
  const volume = useStore(audio.devices.store, ({ callAudio }) => callAudio.volume);
  const failure = useStore(audio.devices.store, ({ failures }) => failures.callAudio);
  return (
    <>
      <SpeakerSelect audio={audio} purpose="callAudio" />
      <VolumeSlider
        label={texts.callVolume}
        icon={Volume2}
        volume={volume}
        onChange={(wanted) => audio.devices.setVolume('callAudio', wanted)}
      />
      <Act icon={Play} label={texts.playVoice} onPress={() => void audio.devices.playVoice()} />
      <span className="control-failure small tone-end" role="alert">
        {failure !== undefined && texts[failure]}
      </span>
    </>
  );
}
