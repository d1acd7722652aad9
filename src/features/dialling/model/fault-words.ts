import type { NumberReading } from '../../../lib/read-number.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';

/** Why something cannot be called: `(650) 555: too short for a telephone number.` */
function faultWords({ fault, shown }: Extract<NumberReading, { readonly kind: 'fault' }>): string {
  const texts = strings.dialling;
  return fill(texts.fault, { number: shown, why: texts.faults[fault] });
}

/** Why the number cannot be called just now; null: it can. `unavailable`: why nobody can. */
export function whyNot(reading: NumberReading | null, unavailable: string | null): string | null {
  if (reading === null) return null;
  if (reading.kind === 'fault') return faultWords(reading);
  return unavailable === null ? null : fill(strings.dialling.cannotCall, { number: reading.shown, why: unavailable });
}
