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
      <span className={`small level-word ${word === null ? 'muted' : tones[word]}`}>
        {word !== null && texts.levels[word]}
      </span>
    </span>
  );
}

/** Whoever has just come here has not had the time to say anything. */
const patience = 15;

function useLevelWord(read: () => number): LevelWord | null {
  const [word, setWord] = useState<LevelWord | null>(null);
  useEffect(() => {
    const wordOf = createLevelWord();
    let measured = 0;
    const timer = setInterval(() => {
      const now = wordOf(read());
      measured += 1;
      if (now !== 'nothing' || measured > patience) setWord(now);
    }, 100);
    return () => clearInterval(timer);
  }, [read]);
  return word;
}
