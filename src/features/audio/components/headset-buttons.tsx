import { Check, Plus } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { SettingRow } from '../../../ui/setting-row.tsx';
import type { AudioModel } from '../model/audio-model.ts';

const texts = strings.audio;

type HeadsetButtonsProps = { readonly audio: AudioModel; readonly hasPhone: boolean };

/** The headsets whose buttons work here, and the way to connect one: where the telephone is, so that one window hears them. */
export function HeadsetButtons({ audio, hasPhone }: HeadsetButtonsProps) {
  if (hasPhone) return <Connected audio={audio} />;
  return (
    <SettingRow title={texts.headset}>
      <span className="small muted">{texts.headsetElsewhere}</span>
    </SettingRow>
  );
}

function Connected({ audio: { headset } }: { readonly audio: AudioModel }) {
  const { canConnect, connected, failure } = useStore(headset.store);
  useEffect(() => void headset.open(), [headset]);
  const isWithout = canConnect === false;
  return (
    <SettingRow title={texts.headset} hint={isWithout ? texts.headsetMediaHint : texts.headsetHint}>
      {connected.map(({ id, label }) => (
        <Chip key={id} tone="answer" icon={Check}>
          {fill(texts.headsetConnected, { name: label })}
        </Chip>
      ))}
      {!isWithout && (
        <Act
          icon={Plus}
          label={connected.length === 0 ? texts.connectHeadset : texts.connectAnother}
          onPress={() => void headset.connect()}
        />
      )}
      <span className="control-failure small tone-end" role="alert">
        {failure !== null && texts.headsetFailures[failure]}
      </span>
    </SettingRow>
  );
}
