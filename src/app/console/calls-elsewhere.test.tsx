import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, afterEach, describe, expect, test } from 'vitest';
import { fail } from '../../../shared/result.ts';
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

const lost = { type: 'legLost', after: 950 } as const;
const bar = (name: RegExp) => screen.getByRole('region', { name });

describe('the bar of a call', () => {
  test('one was cut off from says so and brings it back, and F2 is on it alone', async () => {
    const { user, commanded } = open({ Lost: [offered, answered, lost], New: [offered] });
    const here = bar(/^Still on the line, Lost/);
    expect(here.textContent).toContain('Still on the line');
    expect(within(here).queryByRole('button', { name: /^Mute/ })).toBeNull();
    expect(within(here).getByRole('button', { name: 'Rejoin Lost' }).getAttribute('aria-keyshortcuts')).toBe('F2');
    expect(button('Answer New').getAttribute('aria-keyshortcuts')).toBeNull();
    await user.click(within(here).getByRole('button', { name: 'Rejoin Lost' }));
    expect(commanded()).toEqual([['rejoin', { params: { id: 'Lost' } }]]);
  });

  test('one was cut off from stands beside that of the call that is on', () => {
    open({ On: [offered, answered], Lost: [offered, answered, lost] });
    expect(bar(/^Still on the line, Lost/)).toBeTruthy();
    expect(within(bar(/^On call with On/)).getByRole('button', { name: 'Mute On' })).toBeTruthy();
  });

  test('on hold resumes it, and is that of the one held for longest, as F8 resumes', async () => {
    const { user, commanded } = open({
      Later: [offered, answered, { ...held, after: 9000 }],
      Held: [offered, answered, held],
    });
    const here = bar(/^On hold, Held/);
    expect(within(here).getByRole('button', { name: 'Resume Held' }).getAttribute('aria-keyshortcuts')).toBe('F8');
    expect(within(here).queryByRole('button', { name: /^(Mute|Hold|Rejoin)/ })).toBeNull();
    await user.click(within(here).getByRole('button', { name: 'Resume Held' }));
    expect(commanded()).toEqual([['resume', { params: { id: 'Held' } }]]);
  });

  test('says why a command was not carried out', async () => {
    const { user, ports } = open({ On: [offered, answered] });
    ports.server.handlers.hold = () => fail({ code: 'pbxUnavailable' });
    await user.keyboard('[F8]');
    expect(within(bar(/^On call with On/)).getByRole('alert').textContent).toMatch(/^The phone system does not answer/);
  });
});

test('F2 answers the caller it stands beside, also one that was chosen on the page of the calls', async () => {
  history.replaceState(null, '', '/');
  const { user, ports } = open({ First: [offered], Second: [offered] });
  await user.keyboard('[AltLeft>][ArrowDown][ArrowDown][/AltLeft]');
  act(() => history.pushState(null, '', '/replies'));
  expect(screen.queryByRole('button', { name: 'Answer First' })).toBeNull();
  expect(button('Answer Second').getAttribute('aria-keyshortcuts')).toBe('F2');
  await user.keyboard('[F2]');
  expect(ports.phone.answered).toEqual(['Second']);
});
