import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Call } from '../../../shared/call/call.ts';
import { eventsOf, people } from '../../drivers/fake/story.ts';
import { fakePorts, renderConsole, type FakePorts } from '../../testing/console-harness.tsx';
import { happen } from '../../testing/stream.ts';

/** A number the tests call. */
export const number = '+16505550184';

/** What the server was asked to call. */
export const called = (ports: FakePorts): readonly unknown[] =>
  ports.server.asked.filter(({ name }) => name === 'placeCall').map(({ request }) => request);

export const field = (): HTMLElement => screen.getByRole('searchbox', { name: 'Find or dial' });

/** A console of which nobody knows anything from before, with the numbering plans; it tells of calls that are placed. */
export async function openDialling(calls: readonly Call[] = []) {
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
  const ports = fakePorts();
  const view = renderConsole({ ports, calls });
  await act(() => view.model.dial.load());
  const tellOf = (id: string, ...events: Parameters<typeof happen>[2]): void =>
    act(() => happen(ports.server, id, events));
  const placed = (id: string, to = number): void =>
    tellOf(id, ...eventsOf({ id, at: ports.clock.now(), placedBy: people.mira, caller: { number: to } }, []));
  return { ...view, tellOf, placed, user: userEvent.setup() };
}
