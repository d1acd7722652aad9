export type KeyCommand =
  | 'answer'
  | 'reject'
  | 'hangUp'
  | 'hold'
  | 'swap'
  | 'mute'
  | 'keypad'
  | 'note'
  | 'readOut'
  | 'previousCall'
  | 'nextCall';

/** As much of a KeyboardEvent as decides what a key does. */
export type KeyPress = Pick<
  KeyboardEvent,
  'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat' | 'isComposing' | 'getModifierState'
>;

/**
 * Function keys reach the page while somebody types, and no browser or system wants these ones. Keys are matched by
 * their place on the keyboard (`code`), so that they are the same ones on every layout.
 */
const functionKeys: Readonly<Record<string, KeyCommand>> = {
  F2: 'answer',
  'Shift+F4': 'reject',
  F4: 'hangUp',
  F8: 'hold',
  'Shift+F8': 'swap',
  F10: 'mute',
};

const altKeys: Readonly<Record<string, KeyCommand>> = {
  KeyK: 'keypad',
  KeyN: 'note',
  KeyY: 'readOut',
  ArrowUp: 'previousCall',
  ArrowDown: 'nextCall',
};

/** What a key press asks for; null for any other. A held key, AltGr and an unfinished composition ask for nothing. */
export function keyCommandOf(press: KeyPress, isMac: boolean): KeyCommand | null {
  if (press.repeat || press.isComposing || press.getModifierState('AltGraph')) return null;
  if (isAltLayer(press, isMac)) return altKeys[press.code] ?? null;
  if (press.altKey || press.ctrlKey || press.metaKey) return null;
  return functionKeys[press.shiftKey ? `Shift+${press.code}` : press.code] ?? null;
}

/** On a Mac the Option key types letters, so Control and Shift stand in for it. */
const isAltLayer = ({ altKey, ctrlKey, shiftKey, metaKey }: KeyPress, isMac: boolean): boolean =>
  isMac ? ctrlKey && shiftKey && !altKey && !metaKey : altKey && !ctrlKey && !shiftKey && !metaKey;
