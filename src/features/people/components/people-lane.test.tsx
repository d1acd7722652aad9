import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentProps } from 'react';
import { describe, expect, test } from 'vitest';
import { staffOf } from '../../../drivers/fake/scenes.ts';
import { snapshotOf } from '../../../testing/stream.ts';
import { timeOfDay } from '../../../lib/time-of-day.ts';
import { createPeopleStore } from '../model/people-store.ts';
import { PeopleLane } from './people-lane.tsx';

const now = Date.UTC(2026, 10, 20, 9, 46, 2);
const me = 'user-mira';

function open({ asOf = null, isSynced = true }: { readonly asOf?: number | null; readonly isSynced?: boolean } = {}) {
  const people = createPeopleStore();
  if (isSynced) people.accept(snapshotOf([], now, staffOf(now)));
  const view = render(<Lane people={people} asOf={asOf} />);
  const row = (name: string) => screen.getByText(name).closest('li');
  return { ...view, people, row, user: userEvent.setup() };
}

function Lane({ people, asOf }: Pick<ComponentProps<typeof PeopleLane>, 'people' | 'asOf'>) {
  const [text, onChange] = useState('');
  const find = { text, onChange, label: 'Find', hint: 'Name or extension' };
  return <PeopleLane people={people} meId={me} find={find} now={now} asOf={asOf} />;
}

const names = () => screen.getAllByRole('listitem').map((row) => row.querySelector('bdi')?.textContent);

describe('the people', () => {
  test('are everybody else, who can be reached first, each with a word', () => {
    const { row } = open();
    expect(screen.getByText('4 of 9 available')).toBeTruthy();
    expect(names()[0]).toBe('Beatriz Núñez');
    expect(screen.queryByText('Mira Petrović')).toBeNull();
    expect(row('Ingrid Solberg')?.textContent).toContain('On a call 4:12');
    expect(row('Priya Raman')?.textContent).toContain('Do not disturb until');
  });

  test('are marked with the time of which they are, and a question mark, while nobody knows', () => {
    const { row } = open({ asOf: now });
    expect(screen.getByText(`as of ${timeOfDay(now)}`)).toBeTruthy();
    expect(screen.queryByText(/ of 9 available/)).toBeNull();
    expect(row('Ingrid Solberg')?.textContent).toContain('On a call?');
    expect(row('Priya Raman')?.textContent).toContain('Do not disturb?');
  });

  test('have a shape before they are known', () => {
    open({ isSynced: false });
    expect(screen.getByText('Asking who is here')).toBeTruthy();
    expect(screen.queryByRole('listitem')).toBeNull();
  });

  test('are found by name and extension, and nobody is something to say as well', async () => {
    const { user } = open();
    const field = screen.getByRole('searchbox', { name: 'Find' });
    await user.type(field, 'nunez');
    expect(names()).toEqual(['Beatriz Núñez']);
    await user.clear(field);
    await user.type(field, 'zzz');
    expect(screen.getByText('No one here matches “zzz”.')).toBeTruthy();
  });

  test('do not change places under the pointer', async () => {
    const { people, user, row } = open();
    const before = names();
    const [beatriz] = staffOf(now).filter(({ name }) => name === 'Beatriz Núñez');
    if (beatriz === undefined) throw new Error('nobody');
    const frame = snapshotOf([], now, [
      ...staffOf(now).filter(({ id }) => id !== beatriz.id),
      { ...beatriz, presence: 'offline' },
    ]);
    await user.hover(row('Luka Horvat') ?? document.body);
    act(() => people.accept(frame));
    expect(names()).toEqual(before);
    await user.hover(document.body);
    await user.unhover(row('Luka Horvat') ?? document.body);
    expect(names()[0]).not.toBe('Beatriz Núñez');
  });
});
