import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, afterEach, describe, expect, test } from 'vitest';
import { people, tell, type Happening } from '../../drivers/fake/story.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';
import { happen } from '../../testing/stream.ts';

const { mira } = people;
const offered = { type: 'offered', to: mira, after: 10 } as const;
const answered = { type: 'answered', by: mira, after: 20 } as const;
const held = { type: 'heldByUs', after: 900 } as const;

beforeEach(() => history.replaceState(null, '', '/replies'));
afterEach(() => history.replaceState(null, '', '/'));

/** Mira's console at another page than that of the calls, which arrived one second after the other. */
function open(stories: Readonly<Record<string, readonly Happening[]>>) {
  const ports = fakePorts();
  const from = ports.clock.now() - 60_000;
  const calls = Object.entries(stories).map(([name, story], index) =>
    tell({ id: name, at: from + index * 1000, caller: { name } }, ...story),
  );
  const view = renderConsole({ ports, calls });
  const commanded = () => ports.server.commanded.map(({ name, request }) => [name, request]);
  return {
    ...view,
    ports,
    commanded,
    user: userEvent.setup(),
    happen: (...[id, event]: readonly [string, Parameters<typeof happen>[2][number]]) =>
      act(() => happen(ports.server, id, [event])),
    at: ports.clock.now(),
  };
}

const button = (name: string) => screen.getByRole('button', { name });

describe('a press on a bar that was meant for the call before', () => {
  test('does not hang up the held call that comes in the place of the one that has just ended', async () => {
    const {
      happen: tellOf,
      user,
      commanded,
      pass,
      at,
    } = open({
      Held: [offered, answered, held],
      On: [offered, answered],
    });
    expect(button('Hang up On')).toBeTruthy();
    tellOf('On', { type: 'ended', reason: 'callerHungUp', at });
    pass(249);
    await user.click(button('Hang up Held'));
    expect(commanded()).toEqual([]);
    pass(1);
    await user.click(button('Hang up Held'));
    expect(commanded()).toEqual([['hangUp', { params: { id: 'Held' } }]]);
  });

  test('does not answer the caller who comes in the place of one who gave up', async () => {
    const { happen: tellOf, user, ports, pass, at } = open({ First: [offered], Second: [offered] });
    tellOf('First', { type: 'ended', reason: 'abandoned', at });
    pass(249);
    await user.click(button('Answer Second'));
    expect(ports.phone.answered).toEqual([]);
    pass(1);
    await user.click(button('Answer Second'));
    expect(ports.phone.answered).toEqual(['Second']);
  });

  test('by key goes nowhere: the focus was on a button that is gone', async () => {
    const {
      happen: tellOf,
      user,
      commanded,
      at,
    } = open({
      Held: [offered, answered, held],
      On: [offered, answered],
    });
    button('Hang up On').focus();
    tellOf('On', { type: 'ended', reason: 'callerHungUp', at });
    await user.keyboard('{Enter}');
    expect(commanded()).toEqual([]);
  });
});
