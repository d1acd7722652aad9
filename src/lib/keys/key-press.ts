/** As much of a KeyboardEvent as decides what a key does. */
export type KeyPress = Pick<
  KeyboardEvent,
  'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat' | 'isComposing' | 'getModifierState'
>;

/** An unfinished composition, or AltGr, which types characters: nothing that is pressed then is meant as a command. */
export const isTyping = (press: KeyPress): boolean => press.isComposing || press.getModifierState('AltGraph');

/**
 * The keys as they are written down: `F2`, `Shift+F4`, `Alt+KeyK`; null for any that no command may have. Keys are told
 * by their place on the keyboard (`code`), so that they are the same ones on every layout. On a Mac, where Option types
 * letters, Control and Shift stand in for Alt: what is written down means the same on both.
 */
export function combinationOf(press: KeyPress, isMac: boolean): string | null {
  const { code, altKey, ctrlKey, metaKey, shiftKey } = press;
  if (isAltLayer(press, isMac)) return `Alt+${code}`;
  if (altKey || ctrlKey || metaKey || !/^F\d+$/.test(code)) return null;
  return shiftKey ? `Shift+${code}` : code;
}

const isAltLayer = ({ altKey, ctrlKey, shiftKey, metaKey }: KeyPress, isMac: boolean): boolean =>
  isMac ? ctrlKey && shiftKey && !altKey && !metaKey : altKey && !ctrlKey && !shiftKey && !metaKey;
