import { Mic } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { MicrophoneSelect } from '../../features/audio/components/microphone-control.tsx';
import type { AudioModel } from '../../features/audio/model/audio-model.ts';
import { createLevelWord, type LevelWord } from '../../features/audio/model/level-word.ts';
import { strings } from '../../lib/strings/strings.ts';
import type { MicrophoneState } from '../../ports/microphone.ts';
import { Act } from '../../ui/act.tsx';
import { Meter } from '../../ui/meter.tsx';
import { CheckRow } from './check-row.tsx';
import type { CheckState } from './check-state.ts';

type MicrophoneRowProps = {
  readonly audio: AudioModel;
  readonly state: CheckState;
  /** Its person was heard well. */
  readonly onHeard: () => void;
  readonly onOpen: () => void;
};

const texts = strings.check.microphone;

export function MicrophoneRow({ audio, state, onHeard, onOpen }: MicrophoneRowProps) {
  const microphone = useStore(audio.devices.store, (devices) => devices.microphone);
  return (
    <CheckRow icon={Mic} title={texts.title} hint={texts.hint} state={state}>
      <MicrophoneSelect audio={audio} />
      {microphone.state === 'ready' ? (
        <Heard read={audio.microphoneLevel} onHeard={onHeard} isKnown={state === 'works'} />
      ) : (
        <Closed microphone={microphone} onOpen={onOpen} />
      )}
    </CheckRow>
  );
}

type HeardProps = { readonly read: () => number; readonly onHeard: () => void; readonly isKnown: boolean };

function Heard({ read, onHeard, isKnown }: HeardProps) {
  const [word, setWord] = useState<LevelWord>('nothing');
  useEffect(() => {
    const wordOf = createLevelWord();
    const timer = setInterval(() => setWord(wordOf(read())), 100);
    return () => clearInterval(timer);
  }, [read]);
  useEffect(() => {
    if (word === 'good' || word === 'loud') onHeard();
  }, [word, onHeard]);
  // Whoever was heard and says nothing more is still heard.
  const shown = isKnown && word === 'nothing' ? 'good' : word;
  return (
    <span className="desk-check-level">
      <Meter label={strings.audio.microphoneLevel} bars={30} read={read} />
      <span className="small muted">{texts.levels[shown]}</span>
    </span>
  );
}

type ClosedProps = {
  readonly microphone: Exclude<MicrophoneState, { readonly state: 'ready' }>;
  readonly onOpen: () => void;
};

function Closed({ microphone: { state }, onOpen }: ClosedProps) {
  const { allowMicrophone, lookAgain } = strings.desk;
  return (
    <>
      {state !== 'asking' && state !== 'closed' && (
        <Act tone="now" label={state === 'denied' ? allowMicrophone : lookAgain} onPress={onOpen} />
      )}
      <span className="small tone-wait">{texts.states[state]}</span>
    </>
  );
}
