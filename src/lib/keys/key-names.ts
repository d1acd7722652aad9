/** What stands on the keys whose `code` does not say it; named as aria-keyshortcuts names them (UI Events `key`). */
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

const nameOf = (part: string, isMac: boolean): string => {
  if (part === 'Alt') return isMac ? 'Control+Shift' : 'Alt';
  return names[part] ?? part.replace(/^Key(?=.$)/, '');
};

/** Keys as aria-keyshortcuts has them: `Alt+KeyK` is `Alt+K`, on a Mac `Control+Shift+K`. */
export const shortcutOf = (combination: string, isMac: boolean): string =>
  combination
    .split('+')
    .map((part) => nameOf(part, isMac))
    .join('+');

/** Keys as a screen reader says them best: `Shift F4`. */
export const spokenKeys = (combination: string, isMac: boolean): string =>
  shortcutOf(combination, isMac).replaceAll('+', ' ').replace('Arrow', '');
