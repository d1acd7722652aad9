import type { Call } from '../../../../shared/call/call.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { QualityDetails, Verdict } from './quality.ts';

const { quality: texts } = strings;
const percentOf = (share: number): number => Math.round(share * 100);

/** How a call sounds, in a word or two: `Good`, `Poor: 8 % lost`. */
export function verdictWord(verdict: Verdict, { direction }: Pick<Call, 'direction'>): string {
  switch (verdict.kind) {
    case 'good':
    case 'fair':
      return texts[verdict.kind];
    case 'poor':
      return poorWord(verdict);
    case 'notHeard':
    case 'notHearing':
      return texts[verdict.kind][direction];
    default:
      return verdict satisfies never;
  }
}

function poorWord(verdict: Extract<Verdict, { readonly kind: 'poor' }>): string {
  switch (verdict.why) {
    case 'lost':
      return fill(texts.poorLost, { percent: percentOf(verdict.share) });
    case 'uneven':
      return texts.poorUneven;
    case 'late':
      return fill(texts.poorLate, { seconds: (verdict.ms / 1000).toFixed(1) });
    default:
      return verdict satisfies never;
  }
}

/** What to do about it; null: there is nothing that one side does not hear. */
export function whatToDo(verdict: Verdict): string | null {
  if (verdict.kind === 'notHeard') return texts.todo[verdict.why];
  return verdict.kind === 'notHearing' ? texts.todo.silent : null;
}

/** The figures behind the word, as rows of a name and a value. */
export function detailRows(details: QualityDetails): readonly (readonly [name: string, value: string])[] {
  const { lostIn, lostOut, jitterMs, roundTripMs } = details;
  const shareText = (share: number | null): string =>
    share === null ? texts.details.unknown : fill(texts.details.percent, { count: percentOf(share) });
  const msText = (ms: number | null): string =>
    ms === null ? texts.details.unknown : fill(texts.details.ms, { count: Math.round(ms) });
  return [
    [texts.details.lostIn, shareText(lostIn)],
    [texts.details.lostOut, shareText(lostOut)],
    [texts.details.jitter, msText(jitterMs)],
    [texts.details.roundTrip, msText(roundTripMs)],
  ];
}
