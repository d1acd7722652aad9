import { Bell } from 'lucide-react';
import { useStore } from 'zustand';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import type { AudioModel } from '../model/audio-model.ts';
import { SpeakerSelect } from './speaker-select.tsx';
import { VolumeSlider } from './volume-slider.tsx';
import './audio.css';

const texts = strings.audio;

/** Where calls ring, how loud, and a ring to try it with. */
export function RingerControl({ audio }: { readonly audio: AudioModel }) {
  const volume = useStore(audio.devices.store, ({ ringer }) => ringer.volume);
  const failure = useStore(audio.devices.store, ({ failures }) => failures.ringer);
  return (
    <>
      <SpeakerSelect audio={audio} purpose="ringer" />
      <VolumeSlider
        label={texts.ringerVolume}
        icon={Bell}
        volume={volume}
        onChange={(wanted) => audio.devices.setVolume('ringer', wanted)}
      />
      <RingOnce audio={audio} />
      <span className="control-failure small tone-end" role="alert">
        {failure !== undefined && texts[failure]}
      </span>
    </>
  );
}

/** Rings as the first line of this desk does. */
export function RingOnce({ audio }: { readonly audio: AudioModel }) {
  const { tones } = audio;
  return (
    <Act
      icon={Bell}
      label={texts.ringOnce}
      onPress={() => audio.ringOnce(tones.toneOf(tones.lines.getState()[0]?.id ?? null))}
    />
  );
}
