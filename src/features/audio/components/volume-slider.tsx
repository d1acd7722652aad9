import type { LucideIcon } from 'lucide-react';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Icon } from '../../../ui/icon.tsx';

type VolumeSliderProps = {
  readonly label: string;
  readonly icon: LucideIcon;
  /** Whole per cent, 0 to 100. */
  readonly volume: number;
  readonly onChange: (volume: number) => void;
};

export function VolumeSlider({ label, icon, volume, onChange }: VolumeSliderProps) {
  const words = fill(strings.audio.percent, { count: volume });
  return (
    <span className="volume">
      <Icon of={icon} size={17} />
      <input
        type="range"
        min={0}
        max={100}
        step={1}
        value={volume}
        aria-label={label}
        aria-valuetext={words}
        ref={(input) => input?.style.setProperty('--at', `${volume}%`)}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <span className="num small volume-words" aria-hidden>
        {words}
      </span>
    </span>
  );
}
