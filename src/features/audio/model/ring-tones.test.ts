import { expect, test } from 'vitest';
import { fakeStorage } from '../../../testing/fake-media.ts';
import { createRingTones } from './ring-tones.ts';

const lines = ['main', 'sales', 'service', 'accounts', 'oslo'].map((id) => ({ id, name: id }));

test('each of the first four lines has a tone of its own before anybody chooses', () => {
  const { toneOf } = createRingTones(lines, fakeStorage());
  expect(lines.map(({ id }) => toneOf(id))).toEqual(['bell', 'twoNotes', 'marimba', 'classic', 'bell']);
  expect(toneOf(null)).toBe('bell');
  expect(toneOf('a queue of somebody else')).toBe('bell');
});

test('a choice is kept at this computer, for the lines of other people as well', () => {
  const storage = fakeStorage();
  createRingTones(lines, storage).choose('sales', 'classic');
  createRingTones([{ id: 'porter', name: 'Porter' }], storage).choose('porter', 'marimba');
  const { toneOf } = createRingTones(lines, storage);
  expect(toneOf('sales')).toBe('classic');
  expect(toneOf('main')).toBe('bell');
});

test('a choice in another window of the browser is heard here, until the page is left', () => {
  const storage = fakeStorage();
  const here = createRingTones(lines, storage);
  const other = createRingTones(lines, storage.openWindow());
  other.choose('sales', 'classic');
  expect(here.toneOf('sales')).toBe('classic');
  here.stop();
  other.choose('sales', 'bell');
  expect(here.toneOf('sales')).toBe('classic');
});

test('lines that come later have a tone as well, and the others keep theirs', () => {
  const { toneOf, become, lines: now } = createRingTones(lines.slice(0, 2), fakeStorage());
  const later = [{ id: 'wharf', name: 'Wharf' }, ...lines.slice(1, 3)];
  become(later);
  expect(now.getState()).toEqual(later);
  expect(['wharf', 'sales', 'service'].map(toneOf)).toEqual(['bell', 'twoNotes', 'marimba']);
});

test.each(['', 'no JSON', '{"main":"trumpet"}', '[]'])(
  'what was kept and is not understood (%j) is no choice',
  (kept) => {
    expect(createRingTones(lines, fakeStorage({ 'frontdesk.ring-tones': kept })).toneOf('main')).toBe('bell');
  },
);
