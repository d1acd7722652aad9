import type { Layout } from './layout.ts';

/** What stands on an English keyboard on the keys whose `code` does not say it; named as aria-keyshortcuts names them (UI Events `key`). */
const names: Readonly<Record<string, string>> = {
  Slash: '/',
  Backslash: '\\',
  Period: '.',
  Comma: ',',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Minus: '-',
  Equal: '=',
  Backquote: '`',
};

function nameOf(part: string, isMac: boolean, layout: Layout): string {
  if (part === 'Alt') return isMac ? 'Control+Shift' : 'Alt';
  const here = layout.get(part);
  if (here !== undefined) return capital(here);
  return names[part] ?? part.replace(/^Key(?=.$)/, '');
}

/** As it stands on the key; some letters have no capital of their own. */
const capital = (letter: string): string => (letter.toUpperCase().length === 1 ? letter.toUpperCase() : letter);

/** Keys as aria-keyshortcuts has them: `Alt+KeyK` is `Alt+K`, on a Mac `Control+Shift+K`. */
export const shortcutOf = (combination: string, isMac: boolean, layout: Layout): string =>
  combination
    .split('+')
    .map((part) => nameOf(part, isMac, layout))
    .join('+');

/** Keys as a screen reader says them best: `Shift F4`. */
export const spokenKeys = (combination: string, isMac: boolean, layout: Layout): string =>
  shortcutOf(combination, isMac, layout).replaceAll('+', ' ').replace('Arrow', '');
