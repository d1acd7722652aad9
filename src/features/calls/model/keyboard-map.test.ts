import { describe, expect, test } from 'vitest';
import { keyCommandOf, type KeyPress } from './keyboard-map.ts';

const press = (code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  getModifierState: () => false,
  ...more,
});

describe('the keys', () => {
  test.each([
    ['F2', {}, 'answer'],
    ['F4', {}, 'hangUp'],
    ['F4', { shiftKey: true }, 'reject'],
    ['F8', {}, 'hold'],
    ['F8', { shiftKey: true }, 'swap'],
    ['KeyK', { altKey: true }, 'keypad'],
    ['KeyN', { altKey: true }, 'note'],
    ['F10', {}, 'mute'],
    ['KeyY', { altKey: true }, 'readOut'],
    ['ArrowUp', { altKey: true }, 'previousCall'],
    ['ArrowDown', { altKey: true }, 'nextCall'],
  ] as const)('%s %o is %s', (code, more, command) => {
    expect(keyCommandOf(press(code, more), false)).toBe(command);
  });

  test.each([
    ['a held key', press('F4', { repeat: true })],
    ['an unfinished composition', press('F2', { isComposing: true })],
    ['AltGr', press('KeyY', { altKey: true, getModifierState: (name: string) => name === 'AltGraph' })],
    ['AltGr as Windows sends it', press('KeyY', { altKey: true, ctrlKey: true })],
    ['Alt+F4, which closes windows', press('F4', { altKey: true })],
    ['Ctrl+F4, which closes tabs', press('F4', { ctrlKey: true })],
    ['Shift+F10, the context menu', press('F10', { shiftKey: true })],
    ['Shift+F2, which is kept for replies', press('F2', { shiftKey: true })],
    ['a letter', press('KeyY')],
    ['F5', press('F5')],
  ])('%s is not ours', (_, key) => {
    expect(keyCommandOf(key, false)).toBeNull();
  });

  test('on a Mac Control and Shift stand in for Option, which types letters', () => {
    expect(keyCommandOf(press('KeyY', { ctrlKey: true, shiftKey: true }), true)).toBe('readOut');
    expect(keyCommandOf(press('KeyY', { altKey: true }), true)).toBeNull();
    expect(keyCommandOf(press('F2'), true)).toBe('answer');
  });
});
