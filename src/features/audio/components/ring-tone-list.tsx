import { Play } from 'lucide-react';
import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import type { AudioModel } from '../model/audio-model.ts';
import { ringTones } from '../model/ring-tones.ts';

const texts = strings.audio;

/** How each line rings, so that one hears who is called before one looks. */
export function RingToneList({ audio: { tones, ringOnce } }: { readonly audio: AudioModel }) {
  const chosen = useStore(tones.store);
  const lines = useStore(tones.lines);
  if (lines.length === 0) return <span className="small muted">{texts.ringTonesNone}</span>;
  return (
    <>
      {lines.map(({ id, name }) => (
        <span key={id} className="ring-tone">
          <span className="ell">{name}</span>
          <select
            className="b"
            aria-label={fill(texts.ringToneOf, { queue: name })}
            value={chosen[id]}
            onChange={(event) => {
              const tone = ringTones.find((one) => one === event.target.value);
              if (tone !== undefined) tones.choose(id, tone);
            }}
          >
            {ringTones.map((tone) => (
              <option key={tone} value={tone}>
                {texts.tones[tone]}
              </option>
            ))}
          </select>
          <Act
            size="min"
            tone="ghost"
            icon={Play}
            iconOnly
            label={fill(texts.playTone, { queue: name })}
            onPress={() => ringOnce(tones.toneOf(id))}
          />
        </span>
      ))}
    </>
  );
}
