import { act, fireEvent, screen, within } from '@testing-library/react';
import { playerKeys } from '../../features/keyboard/model/player-keys.ts';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultPreferences } from '../../../shared/protocol/preferences.ts';
import { liveCommands } from '../../lib/keys/key-commands.ts';
import { usualKeys } from '../../lib/keys/key-map.ts';
import { eventsOf, people, tell } from '../../drivers/fake/story.ts';
import { renderConsole } from '../../testing/console-harness.tsx';
import { happen } from '../../testing/stream.ts';

const offered = { type: 'offered', to: people.mira, after: 10 } as const;
const ringing = tell({ id: 'a', at: 0, caller: { name: 'Ana Kovač' } }, offered);
const list = () => screen.queryByRole('dialog', { name: 'All keys' });
const altSlash = '[AltLeft>][Slash][/AltLeft]';

beforeEach(() => localStorage.clear());
afterEach(() => history.replaceState(null, '', '/'));

describe('the list of all keys', () => {
  test('is opened and closed by its key and by the rail, and names every key there is', async () => {
    renderConsole();
    const user = userEvent.setup();
    await user.keyboard(altSlash);
    const dialog = list();
    if (dialog === null) throw new Error('no list');
    const texts = within(dialog)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(texts).toContain('Mute, unmuteF10');
    expect(texts).toContain('Find a person or dial a numberF9');
    // Each of the table, Escape, and those of a recording.
    expect(texts).toHaveLength(liveCommands.length + 1 + playerKeys.length);
    await user.keyboard(altSlash);
    expect(list()).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Keys' }));
    expect(list()).not.toBeNull();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(list()).toBeNull();
  });

  test('the keys work meanwhile, and whoever presses one sees the page again', async () => {
    const { ports } = renderConsole({ calls: [ringing] });
    const user = userEvent.setup();
    await user.keyboard(altSlash);
    await user.keyboard('[F2]');
    expect(ports.phone.answered).toEqual(['a']);
    expect(list()).toBeNull();
  });
});

describe('one listener for all keys', () => {
  test('somebody carries out every command of the table', () => {
    renderConsole();
    for (const command of liveCommands) {
      const [modifier, code = modifier] = usualKeys[command]?.split('+') ?? [];
      const isOurs = !fireEvent.keyDown(document.body, {
        code,
        altKey: modifier === 'Alt',
        shiftKey: modifier === 'Shift',
      });
      expect(isOurs, command).toBe(true);
    }
  });

  test('a held key is swallowed and does nothing more', () => {
    const { ports } = renderConsole({ calls: [ringing] });
    expect(fireEvent.keyDown(document.body, { code: 'F2', repeat: true })).toBe(false);
    expect(ports.phone.answered).toEqual([]);
  });

  test('keys work while somebody types, and letters are letters', async () => {
    const { ports } = renderConsole({ calls: [ringing] });
    const user = userEvent.setup();
    await user.keyboard('[F9]');
    await user.keyboard('kuny/[F2]');
    expect(screen.getByRole('searchbox', { name: 'Find or dial' })).toHaveProperty('value', 'kuny/');
    expect(ports.phone.answered).toEqual(['a']);
  });

  test('an open list of choices keeps Alt and the arrows', () => {
    renderConsole({ calls: [ringing] });
    const select = document.createElement('select');
    document.body.append(select);
    expect(fireEvent.keyDown(select, { code: 'ArrowDown', altKey: true })).toBe(true);
    select.remove();
  });

  test('whoever is gone carries out nothing', () => {
    const { unmount } = renderConsole({ calls: [ringing] });
    unmount();
    expect(fireEvent.keyDown(document.body, { code: 'F2' })).toBe(true);
  });
});

describe('finding somebody', () => {
  test('F9 goes to the field for people and numbers, which every page has', async () => {
    renderConsole();
    const user = userEvent.setup();
    act(() => history.pushState(null, '', '/settings/appearance'));
    await user.keyboard('[F9]');
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Find or dial' }));
    expect(location.pathname).toBe('/settings/appearance');
  });
});

test('the keys of this person’s other window are this one’s, on buttons and in what is spoken', async () => {
  const { ports, pass } = renderConsole();
  const preferences = { ...defaultPreferences, keys: { answer: 'Alt+KeyA' } };
  const key = `frontdesk-preferences-${people.mira.userId}`;
  act(() => {
    dispatchEvent(new StorageEvent('storage', { key, newValue: JSON.stringify(preferences) }));
    happen(ports.server, 'a', eventsOf({ id: 'a', at: 0, caller: { name: 'Ana Kovač' } }, [offered]));
  });
  pass(500);
  expect(screen.getByTestId('spoken-assertive').textContent).toBe('Ringing, Main number: Ana Kovač. Alt A answers.');
  expect(screen.getByRole('button', { name: 'Answer Ana Kovač' }).getAttribute('aria-keyshortcuts')).toBe('Alt+A');
});
