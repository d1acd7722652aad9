import { describe, expect, test } from 'vitest';
import { keyTable, liveCommands } from './key-commands.ts';
import { keyCommandOf, keyMapOf, usualKeys, type KeyMap } from './key-map.ts';
import { shortcutOf, spokenKeys } from './key-names.ts';
import { currentLayout, readLayout, setLayout } from './layout.ts';
import { isTyping } from './key-press.ts';
import { keyPress } from './key-press.testing.ts';

const windows = { isMac: false, isOnACall: false };
const mac = { isMac: true, isOnACall: false };
const asked = (press: Parameters<typeof keyCommandOf>[0], map: KeyMap = usualKeys) => keyCommandOf(press, map, windows);

describe('the keys', () => {
  test.each([
    ['F2', {}, 'answer'],
    ['F4', { shiftKey: true }, 'reject'],
    ['F4', {}, 'hangUp'],
    ['F8', {}, 'hold'],
    ['F8', { shiftKey: true }, 'swap'],
    ['F9', {}, 'find'],
    ['F10', {}, 'mute'],
    ['KeyK', { altKey: true }, 'keypad'],
    ['KeyN', { altKey: true }, 'note'],
    ['KeyU', { altKey: true }, 'ownStatus'],
    ['KeyY', { altKey: true }, 'readOut'],
    ['ArrowUp', { altKey: true }, 'previousCall'],
    ['ArrowDown', { altKey: true }, 'nextCall'],
    ['Slash', { altKey: true }, 'allKeys'],
  ] as const)('%s %o is %s', (code, more, command) => {
    expect(asked(keyPress(code, more))).toBe(command);
  });

  test.each([
    ['an unfinished composition', keyPress('F2', { isComposing: true })],
    ['AltGr', keyPress('KeyY', { altKey: true, getModifierState: (name: string) => name === 'AltGraph' })],
    ['AltGr as Windows sends it', keyPress('KeyY', { altKey: true, ctrlKey: true })],
    ['Alt+F4, which closes windows', keyPress('F4', { altKey: true })],
    ['Ctrl+F4, which closes tabs', keyPress('F4', { ctrlKey: true })],
    ['Shift+F10, the context menu', keyPress('F10', { shiftKey: true })],
    ['a letter', keyPress('KeyY')],
    ['a letter with Shift', keyPress('KeyY', { shiftKey: true })],
    ['F5', keyPress('F5')],
  ])('%s is not ours', (_, press) => {
    expect(asked(press)).toBeNull();
  });

  test('what the console cannot do yet has no key', () => {
    const notYet = Object.entries(keyTable).filter(([, { exists }]) => !exists);
    for (const [command] of notYet) expect(usualKeys).not.toHaveProperty(command);
    expect(Object.keys(usualKeys).toSorted()).toEqual([...liveCommands].toSorted());
  });

  test('no two commands have the same usual keys, unless one is for while a call is on', () => {
    const keys = Object.values(keyTable).map(({ key }) => key);
    const twice = keys.filter((key, place) => keys.indexOf(key) !== place);
    expect(twice).toEqual(['F9']);
  });

  test('on a Mac Control and Shift stand in for Option, which types letters', () => {
    expect(keyCommandOf(keyPress('KeyY', { ctrlKey: true, shiftKey: true }), usualKeys, mac)).toBe('readOut');
    expect(keyCommandOf(keyPress('KeyY', { altKey: true }), usualKeys, mac)).toBeNull();
    expect(keyCommandOf(keyPress('F2'), usualKeys, mac)).toBe('answer');
  });

  test('a held key is still the same key, and typing is none', () => {
    expect(asked(keyPress('F4', { repeat: true }))).toBe('hangUp');
    expect(isTyping(keyPress('F4'))).toBe(false);
  });
});

describe('changed keys', () => {
  test('take the place of the usual ones', () => {
    const map = keyMapOf({ answer: 'Alt+KeyA' });
    expect(asked(keyPress('KeyA', { altKey: true }), map)).toBe('answer');
    expect(asked(keyPress('F2'), map)).toBeNull();
  });

  test('go before usual ones that are the same; whoever had those has none', () => {
    const map = keyMapOf({ mute: 'F2' });
    expect(asked(keyPress('F2'), map)).toBe('mute');
    expect(map.answer).toBeUndefined();
  });

  test('of two that were chosen alike the first keeps them', () => {
    expect(keyMapOf({ answer: 'Alt+KeyA', mute: 'Alt+KeyA' })).toMatchObject({ answer: 'Alt+KeyA' });
    expect(keyMapOf({ answer: 'Alt+KeyA', mute: 'Alt+KeyA' }).mute).toBeUndefined();
  });

  test('of commands nobody knows do nothing', () => {
    expect(keyMapOf({ dance: 'F2' })).toEqual(usualKeys);
  });
});

const english = new Map<string, string>();

test.each([
  ['F2', 'F2', 'F2', 'F2'],
  ['Shift+F4', 'Shift+F4', 'Shift+F4', 'Shift F4'],
  ['Alt+KeyK', 'Alt+K', 'Control+Shift+K', 'Alt K'],
  ['Alt+Slash', 'Alt+/', 'Control+Shift+/', 'Alt /'],
  ['Alt+ArrowDown', 'Alt+ArrowDown', 'Control+Shift+ArrowDown', 'Alt Down'],
])('%s is written and said as people know it', (combination, onWindows, onMac, spoken) => {
  expect(shortcutOf(combination, false, english)).toBe(onWindows);
  expect(shortcutOf(combination, true, english)).toBe(onMac);
  expect(spokenKeys(combination, false, english)).toBe(spoken);
});

test('keys are called as they are on the keyboard that is there', async () => {
  const german = new Map([
    ['KeyY', 'z'],
    ['Slash', '-'],
    ['Minus', 'ß'],
  ]);
  expect(shortcutOf('Alt+KeyY', false, german)).toBe('Alt+Z');
  expect(shortcutOf('Alt+Slash', false, german)).toBe('Alt+-');
  expect(shortcutOf('Alt+Minus', false, german)).toBe('Alt+ß');
  expect(shortcutOf('Shift+F8', false, german)).toBe('Shift+F8');
  await readLayout({ keyboard: { getLayoutMap: async () => german } });
  expect(currentLayout()).toEqual(german);
  await readLayout({});
  await readLayout({ keyboard: { getLayoutMap: () => Promise.reject(new DOMException('inside another page')) } });
  expect(currentLayout()).toEqual(german);
  setLayout(english);
});
