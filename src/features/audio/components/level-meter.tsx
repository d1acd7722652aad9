import { useEffect, useState } from 'react';
import { strings } from '../../../lib/strings/strings.ts';
import { Meter } from '../../../ui/meter.tsx';
import { createLevelWord, type LevelWord } from '../model/level-word.ts';

type LevelMeterProps = { readonly read: () => number; readonly bars?: number };

const texts = strings.audio;
const tones = { nothing: 'tone-wait', quiet: 'tone-wait', good: 'muted', loud: 'tone-end' } as const;

/** How loud the microphone is, drawn and in a word. The word changes while somebody speaks, so it is never announced. */
export function LevelMeter({ read, bars = 32 }: LevelMeterProps) {
  const word = useLevelWord(read);
  return (
    <span className="level">
      <Meter label={texts.microphoneLevel} bars={bars} read={read} />
      <span className={`small level-word ${tones[word]}`}>{texts.levels[word]}</span>
    </span>
  );
}

function useLevelWord(read: () => number): LevelWord {
  const [word, setWord] = useState<LevelWord>('nothing');
  useEffect(() => {
    const wordOf = createLevelWord();
    const timer = setInterval(() => setWord(wordOf(read())), 100);
    return () => clearInterval(timer);
  }, [read]);
  return word;
}
