/**
 * The heights (0 to 1) of so many bars, each the loudest of its part; a recording shorter than the bars has some of equal
 * height. `maximum`: what is drawn as high as can be.
 */
export function barsOf(peaks: readonly number[], count: number, maximum: number): readonly number[] {
  return Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * peaks.length) / count);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / count));
    let highest = 0;
    for (let at = from; at < to; at += 1) highest = Math.max(highest, peaks[at] ?? 0);
    return Math.min(1, highest / maximum);
  });
}

/** What is drawn as high as can be: the loudest of both channels, so that they can be compared; a whisper stays small. */
export const loudestOf = (channels: readonly (readonly number[])[]): number =>
  channels.reduce((most, channel) => channel.reduce((max, peak) => Math.max(max, peak), most), 20);
