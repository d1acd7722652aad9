import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { people, tell } from '../../drivers/fake/story.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';
import { frameOf, snapshotOf } from '../../testing/stream.ts';

const { mira } = people;
const talking = tell(
  { id: 'b', at: 0, caller: { name: 'Henrik Aas' } },
  { type: 'offered', to: mira, after: 10 },
  { type: 'answered', by: mira, after: 20 },
);
const notice = () => screen.queryByText('A new version is ready.');
const hangUp = frameOf('b', { type: 'ended', reason: 'callerHungUp', at: 50 });

describe('a newer version', () => {
  test('is said, and the page begins anew when its person says so', async () => {
    const { ports } = renderConsole();
    expect(notice()).toBeNull();
    act(() => ports.updates.become('newer'));
    expect(notice()).not.toBeNull();
    expect(ports.updates.taken).toBe(0);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Reload' }));
    expect(ports.updates.taken).toBe(1);
  });

  test('waits while a call is on', async () => {
    const { ports } = renderConsole({ calls: [talking] });
    act(() => ports.updates.become('newer'));
    const reload = screen.getByRole('button', { name: 'Reload' });
    expect(reload.getAttribute('aria-disabled')).toBe('true');
    await userEvent.setup().click(reload);
    expect(ports.updates.taken).toBe(0);
    act(() => ports.server.say(hangUp));
    await userEvent.setup().click(screen.getByRole('button', { name: 'Reload' }));
    expect(ports.updates.taken).toBe(1);
  });

  test('that this page is of already takes over without a word, once no call is on', () => {
    const ports = fakePorts();
    const { pass } = renderConsole({ ports, calls: [talking] });
    act(() => ports.updates.become('thisPage'));
    expect(notice()).toBeNull();
    expect(ports.updates.taken).toBe(0);
    act(() => ports.server.say(hangUp));
    expect(ports.updates.taken).toBe(1);
    pass(0);
  });

  test('is looked for when the server was away, and each hour', () => {
    const { ports, pass } = renderConsole();
    act(() => ports.server.become({ state: 'waiting', since: ports.clock.now(), retryAt: 0 }));
    pass(2000);
    expect(ports.updates.looks).toBe(0);
    act(() => {
      ports.server.say(snapshotOf([], ports.clock.now()));
      ports.server.become({ state: 'open', since: ports.clock.now() });
    });
    expect(ports.updates.looks).toBe(1);
    pass(3_600_000);
    expect(ports.updates.looks).toBe(2);
  });
});
