import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fail, ok } from '../../../shared/result.ts';
import { exampleAdministration, petra } from '../../drivers/fake/example-administration.ts';
import { administer } from '../../drivers/fake/fake-administration.ts';
import { mira } from '../../drivers/fake/stage.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';
import { button, dialog, field, openAdmin, press, titles } from './admin.testing.tsx';

// A form is filled in key by key, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => history.replaceState(null, '', '/'));

describe('the way there', () => {
  test('is on the rail of administrators', async () => {
    await openAdmin('users');
    const rail = screen.getByRole('navigation', { name: 'Main' });
    expect(within(rail).getByRole('link', { name: 'Admin' }).getAttribute('aria-current')).toBe('page');
    const sections = screen.getByRole('navigation', { name: 'Administration' });
    expect(
      within(sections)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(Object.values(titles));
  });

  test('leads nobody else anywhere but back', async () => {
    history.replaceState(null, '', '/admin/users');
    const ports = fakePorts();
    renderConsole({ ports, me: mira });
    await screen.findByRole('heading', { name: 'Only administrators see these pages.' }, { timeout: 10_000 });
    expect(screen.queryByRole('link', { name: 'Admin' })).toBeNull();
    expect(ports.server.asked.map(({ name }) => name)).not.toContain('users');
    await userEvent.setup().click(button('Back to the calls'));
    expect(location.pathname).toBe('/');
  });

  test('says why nothing is there, and tries again', async () => {
    history.replaceState(null, '', '/admin/users');
    const ports = fakePorts();
    renderConsole({ ports, me: petra });
    await screen.findByText('This could not be shown.', undefined, { timeout: 10_000 });
    Object.assign(ports.server.handlers, administer(exampleAdministration(ports.clock.now())));
    await userEvent.setup().click(button('Try again'));
    expect(await screen.findByRole('rowheader', { name: /Ana Lindqvist/ })).toBeTruthy();
  });
});

describe('numbers', () => {
  test('are added, led elsewhere, and removed after being asked', async () => {
    const { user, world } = await openAdmin('numbers');
    await user.click(button('Add number'));
    await user.type(field('Number'), '+385 1 555 0100');
    await user.click(press('Add number'));
    expect(within(dialog()).getByText('This number is in the list already.')).toBeTruthy();
    await user.clear(field('Number'));
    await user.type(field('Number'), '555 01 77');
    await user.selectOptions(field('Leads to'), 'Sales');
    await user.click(press('Add number'));
    await screen.findByText('Calls to 5550177 are led to Sales from now on.');
    expect(world.numbers).toContainEqual({ number: '5550177', queueId: 'sales' });

    await user.click(button('Edit 5550177'));
    await user.selectOptions(field('Leads to'), 'Nowhere for now');
    await user.click(press('Save'));
    await screen.findByText('5550177 is kept, and leads nowhere for now.');
    await user.click(button('Remove 5550177'));
    expect(dialog().textContent).toContain('callers of 5550177 hear that it is not in use');
    await user.click(press('Remove'));
    await screen.findByText('5550177 is removed.');
    expect(world.numbers.map(({ number }) => number)).not.toContain('5550177');
    await user.click(button('Undo'));
    await waitFor(() => expect(world.numbers).toContainEqual({ number: '5550177', queueId: null }));
  });

  test('without a line, and lines that nobody answers, are seen', async () => {
    await openAdmin('numbers');
    const numbers = await screen.findByRole('table', { name: 'Numbers and routes' });
    expect(within(numbers).getByRole('row', { name: /\+38515550199/ }).textContent).toContain('No route');
    expect(within(numbers).getByRole('row', { name: /\+4722550100/ }).textContent).toContain(
      'Nobody answers this line',
    );
  });

  test('a line that is removed asks where its numbers lead then, and comes back with all it had', async () => {
    const { user, world } = await openAdmin('numbers');
    const before = world.queues.find(({ id }) => id === 'main');
    await user.click(await screen.findByRole('button', { name: 'Remove Main number' }));
    expect(dialog().textContent).toContain('Nobody is rung by it any more.');
    await user.selectOptions(field('+38515550100 leads to it, and then to'), 'Sales');
    await user.click(press('Remove'));
    await screen.findByText('Main number is removed.');
    expect(world.queues.map(({ id }) => id)).toEqual(['sales', 'service', 'oslo']);
    expect(world.numbers).toContainEqual({ number: '+38515550100', queueId: 'sales' });
    await user.click(button('Undo'));
    await screen.findByText('Main number is a line again.');
    expect(world.queues.find(({ id }) => id === 'main')).toEqual(before);
    expect(world.numbers).toContainEqual({ number: '+38515550100', queueId: 'main' });
  });

  test('a line that is back without its numbers is said to be', async () => {
    const { user, ports } = await openAdmin('numbers');
    await user.click(await screen.findByRole('button', { name: 'Remove Main number' }));
    await user.click(press('Remove'));
    ports.server.handlers.saveNumber = () => fail({ code: 'databaseUnavailable' });
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText(/^Main number is a line again, but not all its numbers lead to it/);
  });

  test('a line on which callers are stays, and that is said', async () => {
    const { user, world, ports } = await openAdmin('numbers');
    ports.server.handlers.removeQueue = () => fail({ code: 'queueInUse' });
    await user.click(await screen.findByRole('button', { name: 'Remove Oslo office' }));
    await user.selectOptions(
      field('+4722550100 leads to it, and then to'),
      'Nowhere: callers hear that it is not in use',
    );
    await user.click(press('Remove'));
    await within(dialog()).findByText(/Calls of this line are still on/);
    expect(world.queues.map(({ id }) => id)).toContain('oslo');
  });

  test('lines have a name, members and a time to ring', async () => {
    const { user, world } = await openAdmin('numbers');
    await user.click(await screen.findByRole('button', { name: 'Edit Oslo office' }));
    await user.clear(field('Rings for'));
    await user.type(field('Rings for'), '3 min');
    await user.click(press('Save'));
    expect(within(dialog()).getByText('Enter whole seconds, 5 to 600.')).toBeTruthy();
    await user.clear(field('Rings for'));
    await user.type(field('Rings for'), '45');
    await user.click(field('Beatriz Núñez'));
    await user.click(press('Save'));
    await screen.findByText('Oslo office is saved.');
    const oslo = world.queues.find(({ id }) => id === 'oslo');
    expect(oslo).toMatchObject({ answerWithinSeconds: 45, memberIds: ['user-beatriz'], timeZone: 'Europe/Zagreb' });
  });
});

describe('opening hours', () => {
  test('say whether it is open, by what is saved', async () => {
    const { user } = await openAdmin('hours');
    // Friday, 10:00 in Zagreb.
    expect(await screen.findByText(/^Open now, closes at (13:00|1:00\sPM)$/)).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Line'), 'Service');
    expect(screen.getByText('Closed now')).toBeTruthy();
  });

  test('are changed, copied to the weekdays and saved; what is wrong is said', async () => {
    const { user, world } = await openAdmin('hours');
    await user.selectOptions(await screen.findByLabelText('Line'), 'Service');
    await user.click(button('Add times on Monday'));
    const closes = screen.getByLabelText('Monday, closes, time 1');
    await user.clear(closes);
    await user.click(button('Save'));
    expect(screen.getByText('Enter both times.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Monday, opens, time 1'));
    await user.type(closes, '16:30');
    expect(screen.queryByText('Enter both times.')).toBeNull();
    await user.click(button('Copy Monday to weekdays'));
    await user.selectOptions(screen.getByLabelText('Line'), 'Sales');
    await user.selectOptions(screen.getByLabelText('Line'), 'Service');
    expect(screen.getByText('Not saved yet')).toBeTruthy();
    await user.click(button('Add a day'));
    await user.type(screen.getByLabelText('First day'), '2026-12-24');
    expect(screen.getByLabelText('Last day')).toHaveProperty('value', '2026-12-24');
    await user.click(button('Save'));
    await screen.findByText('The hours of Service are saved.');
    const service = world.queues.find(({ id }) => id === 'service');
    expect(service?.openingHours).toEqual([1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 990 })));
    expect(service?.exceptions).toEqual([{ from: '2026-12-24', to: '2026-12-24', spans: [] }]);
    expect(service?.memberIds).toEqual(['user-mira', 'user-beatriz']);
    expect(screen.queryByText('Not saved yet')).toBeNull();
  });

  test('that could not be saved stay as they were typed', async () => {
    const { user, ports } = await openAdmin('hours');
    await screen.findByLabelText('Line');
    await user.click(screen.getByRole('switch', { name: 'Open around the clock' }));
    ports.server.handlers.saveQueue = () => fail({ code: 'unreachable' });
    await user.click(button('Save'));
    expect(await screen.findByText(/^Not saved\. The server cannot be reached/)).toBeTruthy();
    expect(screen.getByRole('switch')).toHaveProperty('checked', true);
    await user.click(button('Discard changes'));
    expect(screen.getByRole('switch')).toHaveProperty('checked', false);
  });
});

describe('health', () => {
  test('is shown by part, and goes on being asked for', async () => {
    const { ports, world, pass } = await openAdmin('health');
    await screen.findByText('One thing needs attention.');
    const disk = screen.getByRole('row', { name: /^Disk/ });
    expect(disk.textContent).toContain('Look soon');
    expect(disk.textContent).toContain('Free some space soon');
    world.health = { ...world.health, disk: { freeBytes: 4e11, totalBytes: 4.8e11 } };
    pass(5000);
    await screen.findByText('Everything works.');
    ports.server.handlers.systemHealth = () => fail({ code: 'unreachable' });
    pass(5000);
    expect(await screen.findByText(/^The server does not answer\. This was so at/)).toBeTruthy();
    ports.server.handlers.systemHealth = () => ok(world.health);
    pass(5000);
    await waitFor(() => expect(screen.queryByText(/^The server does not answer/)).toBeNull());
  });
});
