import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../../shared/reply/reply.ts';
import { fail } from '../../../shared/result.ts';
import { people } from '../../drivers/fake/story.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';
import { keepReplies, replyOf, type FakeReplies } from '../../testing/replies.ts';
import { settled } from '../../testing/settled.ts';
import { replyFrame, snapshotOf } from '../../testing/stream.ts';

afterEach(() => history.replaceState(null, '', '/'));

const me = { userId: people.mira.userId, name: people.mira.name };
const ana = { userId: people.ana.userId, name: people.ana.name };
const at = Date.UTC(2026, 10, 20, 9, 0, 0);

/** The higher the later. */
const numbered = (index: number, more: Partial<Reply> = {}): Reply =>
  replyOf({
    id: `reply-${index}`,
    by: me,
    sentAt: at + index,
    caller: { number: null, name: `Caller ${index}`, withheld: false },
    ...more,
  });

async function open(all: readonly Reply[]) {
  localStorage.clear();
  history.replaceState(null, '', '/replies');
  const ports = fakePorts();
  const world: FakeReplies = { all };
  Object.assign(ports.server.handlers, keepReplies(world, me, ports.clock.now));
  const view = renderConsole({ ports });
  await screen.findByRole('list', { name: 'Replies from callers' });
  /** The stream tells it, and the list has asked. */
  const tell = async (id: string): Promise<void> => {
    const reply = world.all.find((one) => one.id === id);
    if (reply !== undefined) act(() => ports.server.say(replyFrame(reply)));
    view.pass(300);
    await act(settled);
  };
  return { ...view, ports, world, tell, user: userEvent.setup({ delay: null }) };
}

const rows = () => screen.getAllByRole('listitem').filter((row) => row.matches('[data-reply]'));
const done = (index: number) => screen.getByRole('button', { name: `Mark the reply of Caller ${index} as done` });
const toDo = () => screen.getByRole('radio', { name: /^To do/ }).closest('label')?.textContent;

describe('the replies from callers', () => {
  test('what is done leaves, with the focus on the next one, and is back with one press', async () => {
    const { user, world, tell } = await open([numbered(1), numbered(2), numbered(3)]);
    expect(toDo()).toBe('To do 3');
    act(() => done(2).focus());
    await user.keyboard('{Enter}');
    expect(screen.queryByText('Caller 2')).toBeNull();
    expect(document.activeElement?.textContent).toContain('Caller 1');
    expect(screen.getByText('Caller 2 is done.')).toBeTruthy();
    await tell('reply-2');
    expect(toDo()).toBe('To do 2');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByText('Caller 2 is to do again.')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Undo');
    await tell('reply-2');
    expect(rows().map((row) => row.textContent)).toEqual([
      expect.stringContaining('Caller 3'),
      expect.stringContaining('Caller 2'),
      expect.stringContaining('Caller 1'),
    ]);
    expect(world.all.every(({ handled }) => handled === null)).toBe(true);
  });

  test('after the last one the focus is where it can be undone; among all it stays on the row', async () => {
    const { user } = await open([numbered(1)]);
    await user.click(done(1));
    expect(document.activeElement?.textContent).toContain('Caller 1 is done.');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await user.click(screen.getByRole('radio', { name: 'All' }));
    await user.click(await screen.findByRole('button', { name: 'Mark the reply of Caller 1 as done' }));
    expect(document.activeElement).toBe(rows()[0]);
  });

  test('older ones stay shown when something changes', async () => {
    const { user, tell } = await open(Array.from({ length: 260 }, (_, index) => numbered(index)));
    expect(rows()).toHaveLength(50);
    for (const shown of [100, 150, 200, 250]) {
      await user.click(screen.getByRole('button', { name: 'Show older replies' }));
      expect(rows()).toHaveLength(shown);
    }
    await user.click(done(20));
    await tell('reply-20');
    expect(rows()).toHaveLength(250);
    expect(document.activeElement?.textContent).toContain('Caller 19');
    await user.click(screen.getByRole('button', { name: 'Show older replies' }));
    expect(rows()).toHaveLength(259);
    expect(screen.queryByRole('button', { name: 'Show older replies' })).toBeNull();
  });

  test('is what it should be after the stream began anew', async () => {
    const { ports, world } = await open([numbered(1), numbered(2, { by: ana })]);
    world.all = [numbered(1), numbered(2, { by: ana, version: 2, handled: { at, by: ana } }), numbered(3)];
    act(() => ports.server.say(snapshotOf([], ports.clock.now())));
    await act(settled);
    expect(rows().map((row) => row.textContent)).toEqual([
      expect.stringContaining('Caller 3'),
      expect.stringContaining('Caller 1'),
    ]);
    expect(toDo()).toBe('To do 2');
  });

  test('says why it cannot be put away, and tries again', async () => {
    const { user, ports, world } = await open([numbered(1)]);
    ports.server.handlers.handleReply = () => fail({ code: 'unreachable' });
    await user.click(done(1));
    expect(screen.getByText(/^Still there: /).getAttribute('role')).toBe('alert');
    Object.assign(ports.server.handlers, keepReplies(world, me, ports.clock.now));
    await user.click(done(1));
    expect(screen.getByText('Caller 1 is done.')).toBeTruthy();
    expect(screen.queryByText(/^Still there: /)).toBeNull();
  });
});
