import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../../shared/result.ts';
import { FakeServer } from '../../../drivers/fake/fake-server.ts';
import { timeOfDay } from '../../../lib/time-of-day.ts';
import type { OwnStatus } from '../model/own-status.ts';
import { createStatusStore } from '../model/status-store.ts';
import { StatusChoices } from './status-choices.tsx';

const now = Date.UTC(2026, 10, 20, 9, 46, 2);
const person = {
  id: 'user-mira',
  name: 'Mira Petrović',
  extension: '204',
  presence: 'away',
  since: now,
  until: null,
} as const;
const available: OwnStatus = { presence: 'available', since: now, until: null };

function open(own = available) {
  const server = new FakeServer({ setStatus: () => ok(person) });
  const status = createStatusStore(server, () => now);
  let chosen = 0;
  render(<StatusChoices own={own} status={status} onChosen={() => (chosen += 1)} />);
  return { server, user: userEvent.setup(), chosen: () => chosen };
}

const button = (name: string) => screen.getByRole('button', { name });

describe('what one says of oneself', () => {
  test('is sent with the time it ends at, on the server’s clock, and closes the menu', async () => {
    const { server, user, chosen } = open();
    await user.click(button('Away, 30 min'));
    await user.click(button('Do not disturb, Until I change it'));
    expect(server.commanded).toEqual([
      { name: 'setStatus', request: { body: { status: 'away', until: now + 1_800_000 } } },
      { name: 'setStatus', request: { body: { status: 'doNotDisturb', until: null } } },
    ]);
    expect(chosen()).toBe(2);
  });

  test('is marked as it is, with when it ends', () => {
    const until = now + 3_600_000;
    open({ presence: 'away', since: now, until });
    expect(
      within(screen.getByRole('group', { name: 'Away, now' })).getByText(`until ${timeOfDay(until)}`),
    ).toBeTruthy();
    expect(screen.getByRole('button', { pressed: false, name: /^Available/ })).toBeTruthy();
  });

  test('is asked for once, however often it is pressed', async () => {
    const { server, user } = open();
    let answer = (): void => undefined;
    server.handlers.setStatus = () => new Promise((resolve) => (answer = () => resolve(ok(person))));
    await user.click(button('Away, 1 h'));
    expect(button('Away, 1 h').getAttribute('aria-busy')).toBe('true');
    await user.click(button('Away, 1 h'));
    await user.click(screen.getByRole('button', { name: /^Available/ }));
    expect(server.commanded).toHaveLength(1);
    await act(async () => answer());
    expect(button('Away, 1 h').getAttribute('aria-busy')).toBeNull();
  });

  test('that was not taken says why, and that it is as before', async () => {
    const { server, user, chosen } = open();
    server.handlers.setStatus = () => fail({ code: 'databaseUnavailable' });
    await user.click(button('Away, 30 min'));
    expect(screen.getByRole('alert').textContent).toMatch(/^Your status is as before: The database does not answer/);
    expect(chosen()).toBe(0);
  });
});
