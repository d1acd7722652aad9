import { describe, expect, test } from 'vitest';
import { liveCommands, entryOf } from '../../../lib/keys/key-commands.ts';
import { keyPress } from '../../../lib/keys/key-press.testing.ts';
import { assign, isAnyChanged, isChanged, judge, reset } from './remapping.ts';
import { allowedKeys, whyRefused, whyReserved } from './reserved-keys.ts';

const alt = { altKey: true };
const control = { ctrlKey: true };
const shift = { shiftKey: true };
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => `Key${letter}`);
const digits = '0123456789'.split('').flatMap((digit) => [`Digit${digit}`, `Numpad${digit}`]);

describe('what browsers and systems want for themselves is refused', () => {
  test.each(['F1', 'F3', 'F5', 'F6', 'F7', 'F11', 'F12'])('%s, with Shift or without', (code) => {
    expect(whyRefused(keyPress(code), false)).toMatch(/\.$/);
    expect(whyRefused(keyPress(code, shift), false)).toMatch(/\.$/);
  });
  test('Shift+F10, the context menu', () => {
    expect(whyRefused(keyPress('F10', shift), false)).toContain('context menu');
  });
  test.each(letters)('Control with %s, and the same with Command or with Alt, which is AltGr', (code) => {
    expect(whyRefused(keyPress(code, control), false)).not.toBeNull();
    expect(whyRefused(keyPress(code, { metaKey: true }), true)).not.toBeNull();
    expect(whyRefused(keyPress(code, { ...control, ...alt }), false)).not.toBeNull();
  });
  test.each(digits)('Alt with %s', (code) => {
    expect(whyRefused(keyPress(code, alt), false)).not.toBeNull();
  });
  test.each(['F4', 'F2', 'KeyD', 'Space', 'Tab', 'Enter', 'ArrowLeft', 'ArrowRight', 'Home'])('Alt with %s', (code) => {
    expect(whyRefused(keyPress(code, alt), false)).not.toBeNull();
  });
  test.each(['F', 'E', 'V', 'S', 'B', 'T', 'H'])('Alt+%s, a menu of Firefox', (letter) => {
    expect(whyRefused(keyPress(`Key${letter}`, alt), false)).toContain('menu');
  });
  test.each(['KeyA', 'Digit1', 'Space', 'Enter', 'ArrowDown', 'Escape', 'Tab', 'Numpad4'])('%s by itself', (code) => {
    expect(whyRefused(keyPress(code), false)).not.toBeNull();
  });
  test('Alt with Shift, which changes the language of the keyboard', () => {
    expect(whyRefused(keyPress('KeyA', { ...alt, ...shift }), false)).not.toBeNull();
  });
});

test.each(['F2', 'Shift+F2', 'F4', 'F8', 'F9', 'F10', 'F13', 'Shift+F24', 'Alt+KeyA', 'Alt+Slash', 'Alt+ArrowUp'])(
  '%s is free to be had',
  (combination) => expect(whyReserved(combination)).toBeNull(),
);

test('no usual key is one that is refused', () => {
  for (const command of liveCommands) expect(whyReserved(entryOf(command).key)).toBeNull();
});

test('what somebody chose elsewhere, and nobody may have here, does not count', () => {
  const chosen = { answer: 'F5', mute: 'Alt+KeyM', hold: 'Ctrl+KeyT', note: 'nonsense', swap: 'F99', find: 'Alt+' };
  expect(allowedKeys(chosen)).toEqual({ mute: 'Alt+KeyM' });
});

describe('new keys for a command', () => {
  test('are taken when they are free, and forgotten when they are the usual ones', () => {
    expect(judge(keyPress('KeyA', alt), 'answer', {}, false)).toEqual({
      kind: 'given',
      chosen: { answer: 'Alt+KeyA' },
    });
    expect(judge(keyPress('F2'), 'answer', { answer: 'Alt+KeyA', mute: 'F13' }, false)).toEqual({
      kind: 'given',
      chosen: { mute: 'F13' },
    });
  });
  test('on a Mac mean the same everywhere', () => {
    const press = keyPress('KeyA', { ctrlKey: true, shiftKey: true });
    expect(judge(press, 'answer', {}, true)).toEqual({ kind: 'given', chosen: { answer: 'Alt+KeyA' } });
  });
  test('are refused with the reason', () => {
    expect(judge(keyPress('KeyT', control), 'answer', {}, false)).toEqual({
      kind: 'refused',
      why: 'These keys are taken by the browser: they open a tab.',
    });
  });
  test.each([
    ['a modifier', keyPress('AltLeft', alt)],
    ['a held key', keyPress('F13', { repeat: true })],
    ['a composition', keyPress('KeyA', { isComposing: true })],
  ])('are waited for after %s', (_, press) => {
    expect(judge(press, 'answer', {}, false)).toEqual({ kind: 'unfinished' });
  });
  test('are not wanted any more after Escape', () => {
    expect(judge(keyPress('Escape'), 'answer', {}, false)).toEqual({ kind: 'cancelled' });
  });
  test('that another has may be swapped', () => {
    const judged = assign('answer', 'F10', {});
    expect(judged).toEqual({
      kind: 'taken',
      combination: 'F10',
      by: 'mute',
      swapped: { answer: 'F10', mute: 'F2' },
    });
    expect(assign('answer', 'F2', { answer: 'F10', mute: 'F2' })).toMatchObject({ by: 'mute', swapped: {} });
  });
  test('are not swapped when there is nothing to give in return', () => {
    expect(assign('answer', 'F10', { mute: 'F2', answer: 'nonsense' })).toMatchObject({ kind: 'given' });
    expect(assign('answer', 'F8', { mute: 'F2', answer: 'nonsense' })).toMatchObject({ by: 'hold', swapped: null });
  });
});

test('the usual keys come back by the same rules', () => {
  expect(reset('answer', { answer: 'F13' })).toEqual({ kind: 'given', chosen: {} });
  expect(reset('answer', { answer: 'F13', mute: 'F2' })).toMatchObject({ kind: 'taken', by: 'mute' });
  expect(isChanged('answer', { answer: 'F13' })).toBe(true);
  expect(isChanged('mute', { answer: 'F13' })).toBe(false);
  expect(isAnyChanged({})).toBe(false);
});
