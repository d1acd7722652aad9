import type { Mark, Recording } from '../../../../shared/recording/recording.ts';
import type { Span } from './silences.ts';

/** Where the recording was paused; a pause that nobody ended lasts to the end. */
export function pausedSpans({ marks, lengthMs }: Pick<Recording, 'marks' | 'lengthMs'>): readonly Span[] {
  const spans: Span[] = [];
  let from: number | null = null;
  for (const { kind, atMs } of inOrder(marks)) {
    if (kind === 'paused') from ??= atMs;
    else if (kind === 'resumed' && from !== null) {
      spans.push({ fromMs: from, toMs: atMs });
      from = null;
    }
  }
  return from === null ? spans : [...spans, { fromMs: from, toMs: lengthMs }];
}

export const inOrder = (marks: readonly Mark[]): readonly Mark[] => marks.toSorted((a, b) => a.atMs - b.atMs);

/** Those worth jumping to: where something ends is seen in the picture. */
export const jumpMarks = (marks: readonly Mark[]): readonly Mark[] =>
  inOrder(marks).filter(({ kind }) => kind !== 'resumed' && kind !== 'unheld');
