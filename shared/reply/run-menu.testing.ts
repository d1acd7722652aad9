import type { Menu, MenuInput, MenuStep } from './menu.ts';
import { beginMenu, takeInput } from './take-input.ts';

/** `5` is a key, `.` what is said has been said, `~` the caller is silent, `+` and `-` the answer was kept or not. */
const inputOf = (sign: string): MenuInput => {
  switch (sign) {
    case '.':
      return { type: 'played' };
    case '~':
      return { type: 'silent' };
    case '+':
      return { type: 'kept' };
    case '-':
      return { type: 'notKept' };
    default:
      return { type: 'digit', digit: sign };
  }
};

export const inputsOf = (signs: string): readonly MenuInput[] => Array.from(signs, inputOf);

/** Every step of a caller who does this, the beginning included. */
export function runMenu(inputs: readonly MenuInput[], ownNumber: string | null = null): readonly MenuStep[] {
  const steps = [beginMenu(ownNumber)];
  for (const input of inputs) steps.push(takeInput(lastOf(steps).menu, input));
  return steps;
}

export function lastOf(steps: readonly MenuStep[]): MenuStep {
  const last = steps.at(-1);
  if (last === undefined) throw new Error('no step');
  return last;
}

/** What is said at a step, in one line. */
export const wordsOf = ({ say }: MenuStep): string | null =>
  say === null ? null : say.map((prompt) => ('digits' in prompt ? prompt.digits : prompt.key)).join(' ');

/** The caller does nothing more; every step until it is over, or the first `most` of them. */
export function leaveAlone(menu: Menu, most: number): readonly MenuStep[] {
  const steps: MenuStep[] = [];
  for (let now = menu; now.phase !== 'over' && steps.length < most; now = lastOf(steps).menu) {
    steps.push(takeInput(now, { type: 'silent' }));
  }
  return steps;
}
