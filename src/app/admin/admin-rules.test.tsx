import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Me } from '../../../shared/protocol/accounts.ts';
import { fail } from '../../../shared/result.ts';
import { exampleAdministration, petra } from '../../drivers/fake/example-administration.ts';
import { administer } from '../../drivers/fake/fake-administration.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';
import { button, openAdmin } from './admin.testing.tsx';

// A form is filled in key by key, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => history.replaceState(null, '', '/'));

describe('rules of recording and voicemail', () => {
  test('are saved for their line, and nothing else of it is changed', async () => {
    const { user, world } = await openAdmin('recording');
    const before = world.queues.find(({ id }) => id === 'main');
    await user.click(screen.getByRole('radio', { name: 'Always' }));
    await user.click(screen.getByRole('radio', { name: 'By an announcement' }));
    await user.clear(screen.getByLabelText('Days a recording is kept'));
    await user.type(screen.getByLabelText('Days a recording is kept'), '0');
    await user.click(button('Save'));
    expect(screen.getByText('Enter whole days, 1 to 3650, or nothing for ever.')).toBeTruthy();
    await user.clear(screen.getByLabelText('Days a recording is kept'));
    await user.click(button('Save'));
    await screen.findByText('The rules of Main number are saved.');
    expect(world.queues.find(({ id }) => id === 'main')).toEqual({
      ...before,
      recording: { when: 'always', notice: 'announcement', keepDays: null },
    });
  });

  test('a greeting of one’s own is put in, and taken out; what is too large or no sound is not', async () => {
    const { ports, world, user } = await openAdmin('recording');
    const picker = document.querySelector<HTMLInputElement>('input[data-greeting="closed"]');
    if (picker === null) throw new Error('there is nothing to choose a file with');
    const choose = (file: File) => fireEvent.change(picker, { target: { files: [file] } });
    choose(new File([new Uint8Array(6_000_000)], 'long.wav'));
    expect(await screen.findByText('The file is larger than 5 MB.')).toBeTruthy();
    expect(ports.server.uploads).toHaveLength(0);
    const save = ports.server.handlers.saveGreeting;
    ports.server.handlers.saveGreeting = () => fail({ code: 'notASound' });
    choose(new File(['x'], 'letter.txt'));
    expect(await screen.findByText(/neither a WAV nor an MP3/)).toBeTruthy();
    if (save !== undefined) ports.server.handlers.saveGreeting = save;
    choose(new File(['x'], 'hello.wav'));
    expect(await screen.findByText('Callers hear the new sound from now on.')).toBeTruthy();
    expect(await screen.findByText(/^Own sound, 0:09/)).toBeTruthy();
    await user.click(button('Remove the sound: Outside opening hours'));
    await waitFor(() => expect(world.queues.find(({ id }) => id === 'main')?.greetings.closed).toBeNull());
  });
});

describe('the audit log', () => {
  test('is shown to supervisors, and nothing else of the administration', async () => {
    const supervisor: Me = { ...petra, user: { ...petra.user, role: 'supervisor' } };
    history.replaceState(null, '', '/admin');
    const ports = fakePorts();
    Object.assign(ports.server.handlers, administer(exampleAdministration(ports.clock.now())));
    renderConsole({ ports, me: supervisor });
    expect(await screen.findByRole('rowheader', { name: /Downloaded a recording/ })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Users' })).toBeNull();
    expect(ports.server.asked.map(({ name }) => name)).not.toContain('users');
  });

  test('is narrowed down', async () => {
    await openAdmin('audit');
    await screen.findByRole('rowheader', { name: /Deleted by age/ });
    await userEvent.setup({ delay: null }).selectOptions(screen.getByLabelText('What'), 'Heard a recording');
    await waitFor(() => expect(screen.getAllByRole('rowheader')).toHaveLength(1));
  });
});
