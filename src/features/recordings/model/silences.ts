import type { Peaks } from '../../../../shared/recording/recording.ts';

/** A stretch of a recording, milliseconds from its beginning. */
export type Span = { readonly fromMs: number; readonly toMs: number };

/** Of 100: what is quieter is breath and line noise. */
const quiet = 3;
/** Shorter pauses belong to what is said. */
const leastMs = 1500;
/** What is left of a silence on each side, so that no beginning of a word is lost. */
const marginMs = 300;

/** Where nobody is heard on any channel, long enough to be skipped. */
export function silencesOf({ tickMs, channels }: Peaks): readonly Span[] {
  const ticks = Math.max(0, ...channels.map(({ length }) => length));
  const spans: Span[] = [];
  let from: number | null = null;
  for (let tick = 0; tick <= ticks; tick += 1) {
    const isQuiet = tick < ticks && channels.every((channel) => (channel[tick] ?? 0) <= quiet);
    if (isQuiet) from ??= tick;
    else if (from !== null) {
      const [fromMs, toMs] = [from * tickMs, tick * tickMs];
      from = null;
      if (toMs - fromMs >= leastMs) spans.push({ fromMs: fromMs + marginMs, toMs: toMs - marginMs });
    }
  }
  return spans;
}

/** The end of the silence this place is in; null: somebody speaks. */
export const endOfSilence = (spans: readonly Span[], atMs: number): number | null =>
  spans.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs)?.toMs ?? null;
