import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../shared/result.ts';
import { people, tell } from '../../drivers/fake/story.ts';
import { replyOf, urgentReply } from '../../testing/replies.ts';
import { settled } from '../../testing/settled.ts';
import { replyFrame } from '../../testing/stream.ts';
import { called, openDialling as open } from './dialling.testing.tsx';

const { mira, ana } = people;
const by = { userId: mira.userId, name: mira.name };

describe('calling back', () => {
  const notice = () => within(screen.getByRole('region', { name: 'Answers of callers' }));
  const replyId = 'f'.repeat(32);

  async function withReply(reply: ReturnType<typeof replyOf>) {
    const view = await open();
    const { ports } = view;
    ports.server.handlers.handleReply = () => ok({ ...reply, version: 9, handled: { at: ports.clock.now(), by } });
    act(() => ports.server.say(replyFrame(reply)));
    return view;
  }

  test('calls the number that was keyed, for the reply; the notice stays', async () => {
    const { user, ports } = await withReply(urgentReply('6505550184', { id: replyId, by }));
    expect(called(ports)).toEqual([]);
    await user.click(notice().getByRole('button', { name: 'Call Ana Kovač back' }));
    expect(called(ports)).toEqual([{ body: { number: '6505550184', replyId } }]);
    expect(notice().getByText('Urgent: call 6505550184 back')).toBeTruthy();
  });

  test('or the caller’s own; not where that is withheld or unknown', async () => {
    const { user, ports } = await withReply(replyOf({ id: replyId, by }));
    act(() =>
      ports.server.say(replyFrame(replyOf({ id: 'w', by, caller: { number: null, name: null, withheld: true } }))),
    );
    expect(notice().getAllByRole('button', { name: /^Call .* back$/ })).toHaveLength(1);
    await user.click(notice().getByRole('button', { name: 'Call Ana Kovač back' }));
    expect(called(ports)).toEqual([{ body: { number: '+38515550142', replyId } }]);
  });

  test('a reply whose caller was called back and answered is done, and that is said', async () => {
    const { user, ports, placed, tellOf, pass } = await withReply(replyOf({ id: replyId, by }));
    await user.click(notice().getByRole('button', { name: 'Call Ana Kovač back' }));
    const at = ports.clock.now();
    placed('placed');
    await act(settled);
    tellOf('placed', { type: 'dialled', at }, { type: 'alerted', at });
    expect(ports.server.asked.some(({ name }) => name === 'handleReply')).toBe(false);
    tellOf('placed', { type: 'answered', by: mira, at });
    await act(settled);
    expect(ports.server.asked.filter(({ name }) => name === 'handleReply')).toHaveLength(1);
    expect(notice().getByText('Called back, and marked as done.')).toBeTruthy();
    pass(600);
    expect(screen.getByTestId('spoken-polite').textContent).toContain('The reply of Ana Kovač is marked as done.');
    pass(8000);
    expect(screen.queryByRole('region', { name: 'Answers of callers' })).toBeNull();
  });

  test.each([
    { reason: 'busy', words: 'Busy' },
    { reason: 'noAnswer', words: 'No answer after 30 s' },
  ] as const)('one that was not reached ($words) is still to do; redialled, it is still for the reply', async (end) => {
    const { user, ports, placed, tellOf } = await withReply(replyOf({ id: replyId, by }));
    await user.click(notice().getByRole('button', { name: 'Call Ana Kovač back' }));
    const at = ports.clock.now();
    placed('placed', '+38515550142');
    await act(settled);
    tellOf(
      'placed',
      { type: 'dialled', at },
      { type: 'alerted', at },
      { type: 'ended', reason: end.reason, at: at + 30_000 },
    );
    await act(settled);
    expect(screen.getByText(end.words)).toBeTruthy();
    expect(ports.server.asked.some(({ name }) => name === 'handleReply')).toBe(false);
    expect(notice().getByText('Ana Kovač replied: Yes')).toBeTruthy();
    expect(notice().getByRole('button', { name: 'Call Ana Kovač back' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Redial +38515550142' }));
    expect(called(ports).at(-1)).toEqual({ body: { number: '+38515550142', replyId } });
  });

  test('one that a colleague has dealt with meanwhile is left alone', async () => {
    const reply = replyOf({ id: replyId, by });
    const { user, ports, placed, tellOf } = await withReply(reply);
    await user.click(notice().getByRole('button', { name: 'Call Ana Kovač back' }));
    const at = ports.clock.now();
    placed('placed');
    await act(settled);
    const handled = { at, by: { userId: ana.userId, name: ana.name } };
    act(() => ports.server.say(replyFrame({ ...reply, version: 2, handled })));
    tellOf('placed', { type: 'dialled', at }, { type: 'answered', by: mira, at });
    await act(settled);
    expect(ports.server.asked.some(({ name }) => name === 'handleReply')).toBe(false);
  });

  test('says in the notice why it could not be placed', async () => {
    const { user, ports } = await withReply(replyOf({ id: replyId, by }));
    ports.server.handlers.placeCall = () => fail({ code: 'deskNotReady' });
    await user.click(notice().getByRole('button', { name: 'Call Ana Kovač back' }));
    expect(notice().getByRole('alert').textContent).toMatch(/^This desk’s phone is not connected/);
  });

  test('says which colleague was first, and calls all the same when it is taken over', async () => {
    const { user, ports } = await withReply(replyOf({ id: replyId, by }));
    ports.server.handlers.placeCall = () => fail({ code: 'alreadyOwned', by: 'Ana Lindqvist' });
    await user.click(notice().getByRole('button', { name: 'Call Ana Kovač back' }));
    expect(notice().getByRole('alert').textContent).toContain('Ana Lindqvist was first and calls back.');
    ports.server.handlers.placeCall = () => ok({ id: 'placed' });
    await user.click(notice().getByRole('button', { name: 'Take over and call' }));
    expect(called(ports).at(-1)).toEqual({ body: { number: '+38515550142', replyId, takeOver: true } });
    expect(notice().queryByRole('alert')).toBeNull();
  });

  test('whoever was missed while the page was away can be called back', async () => {
    const { user, ports } = await open();
    const missed = tell(
      { id: 'm', at: ports.clock.now() - 5000, caller: { name: 'Ana Kovač', number: '+38515550142' } },
      {
        type: 'ended',
        reason: 'abandoned',
        after: 1000,
      },
    );
    ports.server.handlers.calls = () => ok({ calls: [missed], total: 1 });
    act(() => ports.server.comeBack({ from: ports.clock.now() - 9000, to: ports.clock.now() }));
    await user.click(await screen.findByRole('button', { name: 'Call Ana Kovač back' }));
    expect(called(ports)).toEqual([{ body: { number: '+38515550142', callId: 'm' } }]);
    await user.click(screen.getByRole('link', { name: 'Who calls them back' }));
    expect(location.pathname).toBe('/call-back');
  });
});
