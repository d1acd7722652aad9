import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { Peaks, Recording } from '../../../../shared/recording/recording.ts';
import { clockFace, spokenDuration } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { useMediaQuery } from '../../../lib/use-media-query.ts';
import { jumpMarks, pausedSpans } from '../model/paused-spans.ts';
import type { Playback } from '../model/playback.ts';
import { ticksOf } from '../model/time-ticks.ts';
import { barsOf, loudestOf } from '../model/wave-bars.ts';

type WaveProps = { readonly recording: Recording; readonly peaks: Peaks | null; readonly playback: Playback };

const barCounts = { wide: 190, middle: 120, narrow: 80 } as const;
const barWidth = 4;
const halfHeight = 24;

/** How loud it is over its length, a lane for each channel, with the place that is heard; pressed, it is heard from there. */
export function Wave({ recording, peaks, playback }: WaveProps) {
  const { channels, lengthMs } = recording;
  const box = useRef<HTMLDivElement>(null);
  usePlayhead(box, playback, lengthMs);
  const maximum = useMemo(() => loudestOf(peaks?.channels ?? []), [peaks]);
  const lanes = channels === 2 ? ([0, 1] as const) : ([0] as const);
  return (
    <div className="col">
      <div ref={box} className="waves" data-waves>
        {lanes.map((channel) => (
          <Lane key={channel} channel={channel} peaks={peaks?.channels[channel] ?? []} maximum={maximum} />
        ))}
        {pausedSpans(recording).map(({ fromMs, toMs }) => (
          <span
            key={fromMs}
            className="wave-pause"
            style={{ left: percent(fromMs, lengthMs), width: percent(toMs - fromMs, lengthMs) }}
          />
        ))}
        {jumpMarks(recording.marks).map(({ id, atMs }) => (
          <span key={id} className="wave-flag" style={{ left: percent(atMs, lengthMs) }} />
        ))}
        <span className="wave-head" />
        <Place playback={playback} lengthMs={lengthMs} />
      </div>
      <div className="wave-axis small faint num" aria-hidden>
        {ticksOf(lengthMs).map((atMs) => (
          <span key={atMs} style={{ left: percent(atMs, lengthMs) }}>
            {clockFace(atMs)}
          </span>
        ))}
        <span className="wave-end">{clockFace(lengthMs)}</span>
      </div>
    </div>
  );
}

const percent = (ms: number, lengthMs: number): string =>
  `${lengthMs === 0 ? 0 : Math.min(100, (ms / lengthMs) * 100)}%`;

type LaneProps = { readonly channel: 0 | 1; readonly peaks: readonly number[]; readonly maximum: number };

/**
 * Drawn here, not by a library: wavesurfer.js writes a style element, which the page's security policy forbids, and of what
 * it does only this was wanted. Drawn twice: all of it pale, and what was heard already strong, as far as the style sheet
 * lets it be seen.
 */
function Lane({ channel, peaks, maximum }: LaneProps) {
  const barCount = useBarCount();
  const path = useMemo(() => pathOf(barsOf(peaks, barCount, maximum)), [peaks, barCount, maximum]);
  const drawing = (
    <svg viewBox={`0 0 ${barCount * barWidth} ${2 * halfHeight}`} preserveAspectRatio="none" aria-hidden>
      <path d={path} />
    </svg>
  );
  return (
    <div className={channel === 0 ? 'wave-lane caller' : 'wave-lane reception'}>
      <div className="wave-all">{drawing}</div>
      <div className="wave-played">{drawing}</div>
    </div>
  );
}

/** As many as can be told apart. */
function useBarCount(): number {
  const isNarrow = useMediaQuery('(max-width: 760px)');
  const isMiddle = useMediaQuery('(max-width: 1279px)');
  return barCounts[isNarrow ? 'narrow' : isMiddle ? 'middle' : 'wide'];
}

const pathOf = (bars: readonly number[]): string =>
  bars
    .map((height, bar) => {
      const half = Math.max(0.04, height) * (halfHeight - 3);
      return `M${bar * barWidth + 1.5} ${(halfHeight - half).toFixed(1)}V${(halfHeight + half).toFixed(1)}`;
    })
    .join('');

/** Moved past React, ten times a second. */
function usePlayhead(box: RefObject<HTMLDivElement | null>, playback: Playback, lengthMs: number): void {
  useEffect(() => {
    const draw = (): void =>
      box.current?.style.setProperty('--played', percent(playback.store.getState().atMs, lengthMs));
    draw();
    return playback.store.subscribe(draw);
  }, [box, playback, lengthMs]);
}

/** Lies over the lanes, unseen: a slider for the mouse, the finger and the keyboard. */
function Place({ playback, lengthMs }: { readonly playback: Playback; readonly lengthMs: number }) {
  const texts = strings.recordings;
  // Whole seconds: what is announced does not change ten times in one.
  const atMs = useStore(playback.store, (playing) => Math.floor(playing.atMs / 1000) * 1000);
  return (
    <input
      type="range"
      className="wave-place"
      aria-label={texts.wave}
      min={0}
      max={lengthMs}
      step={100}
      value={atMs}
      aria-valuetext={fill(texts.waveAt, { time: spokenDuration(atMs), length: spokenDuration(lengthMs) })}
      onChange={({ target }) => playback.seek(Number(target.value))}
    />
  );
}
