import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fail } from '../../../shared/result.ts';
import { button, dialog, field, openAdmin, press } from './admin.testing.tsx';

// A form is filled in key by key, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => history.replaceState(null, '', '/'));

describe('users', () => {
  test('are found, and oneself cannot be disabled', async () => {
    const { user } = await openAdmin('users');
    await screen.findByRole('table', { name: 'Users' });
    expect(screen.queryByRole('button', { name: 'Disable Petra Zima' })).toBeNull();
    await user.type(screen.getByLabelText('Find a user'), 'lind');
    expect(screen.getAllByRole('rowheader')).toHaveLength(1);
    await user.type(screen.getByLabelText('Find a user'), 'x');
    expect(screen.getByText('No user matches “lindx”.')).toBeTruthy();
  });

  test('are added with a password that was made, once everything is right', async () => {
    const { user, world, ports } = await openAdmin('users');
    await user.click(button('Add user'));
    await user.click(press('Add user'));
    expect(field('Name').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field('Name'));
    expect(within(dialog()).getByText('Enter a name.')).toBeTruthy();
    await user.type(field('Name'), 'Ivo Ivić');
    await user.type(field('E-mail'), 'ivo@nordkap.example');
    await user.type(field('Extension'), '210');
    await user.click(field('Sales'));
    await user.click(press('Generate'));
    const password = field('Password');
    expect(password.getAttribute('type')).toBe('text');
    await user.click(press('Add user'));
    expect(within(dialog()).getByText('Ana Lindqvist has this extension.')).toBeTruthy();
    await user.clear(field('Extension'));
    await user.type(field('Extension'), '333');
    await user.click(press('Add user'));
    expect(await screen.findByText('Ivo Ivić can sign in now.')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(world.users.at(-1)).toMatchObject({ name: 'Ivo Ivić', extension: '333', queueIds: ['sales'] });
    const asked = ports.server.commanded.find(({ name }) => name === 'createUser');
    expect(asked?.request).toMatchObject({ body: { password: expect.stringMatching(/^.{4}-.{4}-.{4}-.{4}$/) } });
  });

  test('stay in the window when they could not be saved, with everything that was typed', async () => {
    const { user, ports } = await openAdmin('users');
    await user.click(await screen.findByRole('button', { name: 'Edit Ana Lindqvist' }));
    await user.clear(field('Name'));
    await user.type(field('Name'), 'Ana L.');
    const change = ports.server.handlers.changeUser;
    ports.server.handlers.changeUser = () => fail({ code: 'databaseUnavailable' });
    await user.click(press('Save'));
    expect(await within(dialog()).findByText(/^Not saved\. The database does not answer/)).toBeTruthy();
    expect(field('Name')).toHaveProperty('value', 'Ana L.');
    ports.server.handlers.changeUser = () => fail({ code: 'taken' });
    await user.click(press('Save'));
    expect(await within(dialog()).findByText(/^Not saved\. Another user has/)).toBeTruthy();
    if (change !== undefined) ports.server.handlers.changeUser = change;
    await user.click(press('Save'));
    expect(await screen.findByText('Ana L. is saved.')).toBeTruthy();
    const sent = ports.server.commanded.at(-1)?.request;
    expect(sent).toMatchObject({ params: { id: 'user-ana' } });
    expect(JSON.stringify(sent)).not.toContain('password');
  });

  test('are told at the field when somebody else was faster', async () => {
    const { user, ports, world } = await openAdmin('users');
    await user.click(await screen.findByRole('button', { name: 'Edit Ana Lindqvist' }));
    await user.clear(field('Extension'));
    await user.type(field('Extension'), '999');
    world.users = world.users.map((one) => (one.id === 'user-mira' ? { ...one, extension: '999' } : one));
    await user.click(press('Save'));
    expect(await within(dialog()).findByText('Mira Petrović has this extension.')).toBeTruthy();
    expect(ports.server.commanded).toHaveLength(1);
  });

  test('are disabled after being asked, and enabled again by one press', async () => {
    const { user, world } = await openAdmin('users');
    const state = () => world.users.find(({ id }) => id === 'user-ana')?.disabled;
    await user.click(await screen.findByRole('button', { name: 'Disable Ana Lindqvist' }));
    expect(dialog().textContent).toContain('Ana Lindqvist is signed out in every browser at once');
    await user.click(press('Cancel'));
    expect(state()).toBe(false);
    await user.click(button('Disable Ana Lindqvist'));
    await user.click(press('Disable'));
    await screen.findByText('Ana Lindqvist is disabled and signed out.');
    expect(state()).toBe(true);
    await user.click(button('Undo'));
    await screen.findByText('Ana Lindqvist can sign in again.');
    expect(state()).toBe(false);
  });

  test('one’s own role stays', async () => {
    const { user } = await openAdmin('users');
    await user.click(await screen.findByRole('button', { name: 'Edit Petra Zima' }));
    expect(field('Role')).toHaveProperty('disabled', true);
  });
});
