import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleAdministration, petra } from '../../drivers/fake/example-administration.ts';
import { administer } from '../../drivers/fake/fake-administration.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';

export const titles = {
  users: 'Users',
  numbers: 'Numbers and routes',
  hours: 'Opening hours',
  recording: 'Recording and voicemail',
  audit: 'Audit log',
  health: 'System health',
} as const;

/** The console of an administrator on one of these pages, over a world of its own. */
export async function openAdmin(section: keyof typeof titles) {
  history.replaceState(null, '', `/admin/${section}`);
  const ports = fakePorts();
  const world = exampleAdministration(ports.clock.now());
  Object.assign(ports.server.handlers, administer(world));
  const view = renderConsole({ ports, me: petra });
  await screen.findByRole('heading', { level: 1, name: titles[section] }, { timeout: 10_000 });
  return { ...view, ports, world, user: userEvent.setup({ delay: null }) };
}

export const button = (name: string) => screen.getByRole('button', { name });
export const dialog = () => screen.getByRole('dialog');
export const field = (name: string) => within(dialog()).getByLabelText(name);
/** A button in the window over the page. */
export const press = (name: string) => within(dialog()).getByRole('button', { name });
