import { combinationOf, type KeyPress } from '../../../lib/keys/key-press.ts';
import { strings } from '../../../lib/strings/strings.ts';

const { wanted } = strings.keys;
/** Why keys cannot be had, as part of a sentence. */
export type Reason = (typeof wanted)[keyof typeof wanted];

/** What browsers and systems do with a function key, with Shift or without. */
const functionKeys: Readonly<Record<string, Reason>> = {
  F1: wanted.help,
  F3: wanted.search,
  F5: wanted.reload,
  F6: wanted.addressBar,
  F7: wanted.caret,
  F11: wanted.fullScreen,
  F12: wanted.developer,
};

/** With Alt: the address bar, the menus of Firefox and Chrome, the way back and forward, windows. */
const altKeys: Readonly<Record<string, Reason>> = {
  KeyD: wanted.addressBar,
  ...Object.fromEntries(['F', 'E', 'V', 'S', 'B', 'T', 'H'].map((letter) => [`Key${letter}`, wanted.menu])),
  ArrowLeft: wanted.back,
  ArrowRight: wanted.back,
  Home: wanted.back,
  Space: wanted.window,
  Tab: wanted.window,
  Escape: wanted.window,
  F4: wanted.window,
  Enter: wanted.newTab,
};

/** With Control: what everybody knows these letters for. */
const controlKeys: Readonly<Record<string, Reason>> = {
  KeyT: wanted.newTab,
  KeyN: wanted.window,
  KeyW: wanted.closeTab,
  KeyF: wanted.search,
  KeyR: wanted.reload,
  KeyL: wanted.addressBar,
  KeyP: wanted.print,
  KeyC: wanted.clipboard,
  KeyV: wanted.clipboard,
  KeyX: wanted.clipboard,
};

/** What the Alt layer may have: letters, arrows and the keys beside them; neither digits nor function keys. */
const altKeysAllowed =
  /^(Key[A-Z]|Arrow(Up|Down)|Slash|Backslash|Period|Comma|Semicolon|Quote|BracketLeft|BracketRight|Minus|Equal|Backquote)$/;

/** Why a command cannot have these keys; null: it can. */
export function whyReserved(combination: string): Reason | null {
  const [modifier, code] = combination.includes('+') ? combination.split('+', 2) : [null, combination];
  if (code === undefined) return wanted.notACommand;
  if (modifier === 'Alt') return altKeys[code] ?? whyAltLayer(code);
  if (modifier === 'Shift' && code === 'F10') return wanted.contextMenu;
  if (modifier !== null && modifier !== 'Shift') return wanted.notACommand;
  return functionKeys[code] ?? (/^F([1-9]|1\d|2[0-4])$/.test(code) ? null : wanted.notACommand);
}

function whyAltLayer(code: string): Reason | null {
  if (/^(Digit|Numpad)\d$/.test(code)) return wanted.tabs;
  if (/^F\d+$/.test(code)) return wanted.window;
  return altKeysAllowed.test(code) ? null : wanted.notACommand;
}

/** The same of a key press, whatever was pressed. */
export function whyRefused(press: KeyPress, isMac: boolean): Reason | null {
  const combination = combinationOf(press, isMac);
  if (combination !== null) return whyReserved(combination);
  if (press.ctrlKey && press.altKey) return wanted.altGr;
  if (press.ctrlKey || press.metaKey) return controlKeys[press.code] ?? wanted.control;
  if (press.altKey) return wanted.altMore;
  return wanted.typing;
}

/** What somebody chose, without what no command may have: another console, or an earlier one, may have allowed it. */
export const allowedKeys = (chosen: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(chosen).filter(([, combination]) => whyReserved(combination) === null));
