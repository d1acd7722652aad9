import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../shared/result.ts';
import type { Reply } from '../../../shared/reply/reply.ts';
import { people, tell } from '../../drivers/fake/story.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';
import { keepReplies, replyOf, replyOffer, urgentReply } from '../../testing/replies.ts';
import { settled } from '../../testing/settled.ts';
import { happen, replyFrame, snapshotOf } from '../../testing/stream.ts';

const { mira, ana } = people;
const by = { userId: mira.userId, name: mira.name };
const at = Date.UTC(2026, 10, 20, 9, 0, 0);
const kovac = { name: 'Ana Kovač', number: '+38515550142' };
const ringing = tell({ id: 'a', at, caller: kovac }, { type: 'offered', to: mira, after: 10 });

function renderReplying(open: readonly Reply[] = []) {
  // What the test before has written is not to be remembered.
  localStorage.clear();
  const ports = fakePorts();
  const world = { all: open };
  Object.assign(ports.server.handlers, keepReplies(world, by, ports.clock.now), {
    replyOffer: () => ok(replyOffer),
    startReply: () => ok(null),
    reply: () => ok(replyOf({ answer: null, result: null, answeredAt: null, by })),
  });
  const view = renderConsole({ ports, calls: [ringing] });
  const user = userEvent.setup();
  const tell = (reply: Reply): void => {
    world.all = [...world.all.filter(({ id }) => id !== reply.id), reply];
    act(() => ports.server.say(replyFrame(reply)));
  };
  /** The stream begins anew, as it does after much was missed. */
  const beginAnew = async (): Promise<void> => {
    act(() => ports.server.say(snapshotOf([ringing], ports.clock.now())));
    await act(settled);
  };
  return { ...view, user, world, tell, beginAnew };
}

const notices = () => screen.queryByRole('region', { name: 'Answers of callers' });
const dismiss = (name: string) => screen.getByRole('button', { name: `Dismiss the answer of ${name}` });
const toDo = async (pass: (ms: number) => void) => {
  pass(100);
  await act(settled);
  return screen.getByRole('link', { name: /^Replies/ }).textContent;
};

describe('what the caller does', () => {
  test('stands on its card, live', () => {
    const { ports } = renderReplying();
    const step = (more: { step: 'choosing' | 'keyingNumber'; digits: string }) =>
      act(() => happen(ports.server, 'a', [{ type: 'replyStepped', heard: 1, at: at + 60, ...more }]));
    act(() => happen(ports.server, 'a', [{ type: 'replyStarted', by: mira, replyId: 'r', at: at + 50 }]));
    const card = () => screen.getByRole('article', { name: /^Reply playing, Ana Kovač/ });
    expect(card().textContent).toContain('Listening to your message');
    step({ step: 'keyingNumber', digits: '650' });
    expect(card().textContent).toContain('Entering a number: 650…');
    expect(within(card()).getByRole('button', { name: 'Take the call of Ana Kovač' })).toBeTruthy();
  });

  test('their answer stays until it is dealt with, everywhere', async () => {
    const { user, pass, tell: say } = renderReplying();
    expect(notices()).toBeNull();
    say(replyOf({ by }));
    expect(notices()?.textContent).toContain('Ana Kovač replied: Yes');
    expect(await toDo(pass)).toBe('Replies 1 to do');
    await user.click(dismiss('Ana Kovač'));
    expect(notices()).toBeNull();
  });

  test('what was dismissed by mistake is back with one press, and so is the focus', async () => {
    const { user, ports, world, tell: say } = renderReplying();
    say(replyOf({ by }));
    await user.click(dismiss('Ana Kovač'));
    const said = screen.getByText('Ana Kovač is done.').closest('output');
    expect(document.activeElement).toBe(said);
    await user.tab();
    await user.keyboard('{Enter}');
    expect(notices()?.textContent).toContain('Ana Kovač replied: Yes');
    expect(document.activeElement).toBe(within(notices() ?? document.body).getByRole('article'));
    expect(screen.queryByText('Ana Kovač is done.')).toBeNull();
    expect(world.all).toMatchObject([{ handled: null }]);
    expect(ports.server.commanded.map(({ request }) => request)).toEqual([
      { params: { id: 'reply-1' }, body: { done: true } },
      { params: { id: 'reply-1' }, body: { done: false } },
    ]);
  });

  test('why it cannot be taken back is said where it was asked for', async () => {
    const { user, ports, tell: say } = renderReplying();
    say(replyOf({ by }));
    await user.click(dismiss('Ana Kovač'));
    ports.server.handlers.handleReply = () => fail({ code: 'unreachable' });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByText('Ana Kovač is done.').textContent).toMatch(/Not undone: /);
    expect(notices()).toBeNull();
  });

  test('the focus goes to the next answer, and the way back is offered for a moment', async () => {
    const { user, pass, tell: say } = renderReplying();
    say(replyOf({ by }));
    say(urgentReply('16505550184', { id: 'reply-2', by, caller: { number: null, name: 'Ulla', withheld: false } }));
    await user.click(dismiss('Ulla'));
    expect(document.activeElement?.textContent).toContain('Ana Kovač replied: Yes');
    expect(screen.getByText('Ulla is done.')).toBeTruthy();
    pass(8000);
    expect(screen.queryByText('Ulla is done.')).toBeNull();
    expect(notices()).not.toBeNull();
  });

  test('one that was dealt with while the stream told nothing goes, and what came meanwhile is there', async () => {
    const { world, beginAnew, tell: say } = renderReplying();
    say(replyOf({ by }));
    say(replyOf({ id: 'spoken', by, answer: null, result: null, answeredAt: null, fellBack: true }));
    const handled = { at, by: { userId: ana.userId, name: ana.name } };
    world.all = [
      replyOf({ version: 2, by, handled }),
      replyOf({ id: 'spoken', version: 2, by, answer: 'none', fellBack: true }),
      urgentReply('16505550184', { id: 'new', by }),
    ];
    await beginAnew();
    expect(within(notices() ?? document.body).getAllByRole('article')).toHaveLength(1);
    expect(notices()?.textContent).toContain('Urgent: call 16505550184 back');
  });

  test('an urgent one is there after a reload, however many have hung up since', async () => {
    const hungUp = Array.from({ length: 250 }, (_, index) =>
      replyOf({ id: `none-${index}`, by, answer: 'none', sentAt: at + index }),
    );
    const { pass } = renderReplying([...hungUp, urgentReply('16505550184', { by, sentAt: at - 1 })]);
    expect(await screen.findByText('Urgent: call 16505550184 back')).toBeTruthy();
    expect(await toDo(pass)).toBe('Replies 1 to do');
  });

  test('says it while another voice speaks than was chosen, and no longer once the caller answered', () => {
    const { tell: say } = renderReplying();
    const sent = replyOf({ version: 1, answer: null, result: null, answeredAt: null, by, fellBack: true });
    say(sent);
    expect(notices()?.textContent).toContain('Another voice speaks to them: the one you chose is out of reach.');
    say(replyOf({ version: 2, answer: 'none', by, fellBack: true }));
    expect(notices()).toBeNull();
  });

  test('an answer dealt with elsewhere goes here as well, and one that was open is here after a reload', async () => {
    const { tell: say } = renderReplying([replyOf({ by })]);
    expect(await screen.findByText('Ana Kovač replied: Yes')).toBeTruthy();
    say(replyOf({ version: 2, by, handled: { at, by: { userId: ana.userId, name: ana.name } } }));
    expect(notices()).toBeNull();
  });

  test('an urgent one goes first and is spoken at once, digit by digit', () => {
    const { tell: say, pass } = renderReplying();
    say(replyOf({ by }));
    say(urgentReply('16505550184', { id: 'reply-2', by }));
    const shown = within(notices() ?? document.body).getAllByRole('article');
    expect(shown[0]?.textContent).toContain('Urgent: call 16505550184 back');
    pass(600);
    expect(document.querySelector('[aria-live="assertive"]')?.textContent).toContain(
      'Urgent. Ana Kovač asks you to call 1, 6 5 0, 5 5 5, 0 1 8 4.',
    );
  });

  test('one who hung up without an answer, and the answers to colleagues, are for the list; the rail counts answers', async () => {
    const { pass, tell: say } = renderReplying();
    say(replyOf({ by, answer: 'none', result: { Phn: '', Nm: '', Sts: '1', Resp: '0', ExtNfo: '' } }));
    say(replyOf({ id: 'reply-2', by: { userId: ana.userId, name: ana.name } }));
    expect(notices()).toBeNull();
    expect(await toDo(pass)).toBe('Replies 1 to do');
  });

  test('a failure to put it away is said, and it stays', async () => {
    const { user, ports, tell: say } = renderReplying();
    ports.server.handlers.handleReply = () => fail({ code: 'unreachable' });
    say(replyOf({ by }));
    await user.click(dismiss('Ana Kovač'));
    expect(within(notices() ?? document.body).getByRole('alert').textContent).toMatch(/^Still there:/);
  });
});
