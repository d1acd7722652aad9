import { fill, plural } from '../../lib/strings/fill.ts';
import { strings } from '../../lib/strings/strings.ts';

/** How one thing of the desk stands. `needsYou`: its person can do something about it. */
export type CheckState = 'works' | 'needsYou' | 'blocked' | 'notTested';

/** In the order of the page. */
export type CheckStates = Readonly<
  Record<'microphone' | 'callAudio' | 'ringer' | 'notifications' | 'testCall', CheckState>
>;

const texts = strings.check;

/** `4 of 5 work`. */
export function countWords(states: CheckStates): string {
  const all = Object.values(states);
  const count = all.filter((state) => state === 'works').length;
  return fill(plural(count, texts.counts), { count, all: all.length });
}

/** What a shift would be like as the desk stands: the worst first. */
export function meaning(states: CheckStates): string {
  if (Object.values(states).includes('blocked')) return texts.means.sound;
  for (const one of ['microphone', 'testCall', 'callAudio', 'ringer', 'notifications'] as const) {
    if (states[one] === 'needsYou') return texts.means[one];
  }
  return texts.means[Object.values(states).includes('notTested') ? 'unchecked' : 'nothing'];
}
