import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../shared/result.ts';
import { eventsOf, people, queues, tell } from '../../drivers/fake/story.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';
import { happen } from '../../testing/stream.ts';

const { mira, ana } = people;
const at = Date.UTC(2026, 10, 20, 9, 0, 0);
const kovac = { name: 'Ana Kovač', number: '+38515550142' };
const offered = { type: 'offered', to: mira, after: 10 } as const;
const answered = { type: 'answered', by: mira, after: 20 } as const;
const ringing = { id: 'a', at, caller: kovac } as const;

const button = (name: string) => screen.getByRole('button', { name });
const card = (name: RegExp) => screen.getByRole('article', { name });

/** Mira's console with a telephone that, like the real one, is followed by the server's event. */
function withRinging() {
  const ports = fakePorts();
  const view = renderConsole({ ports, calls: [tell(ringing, offered)] });
  ports.phone.nextAnswer = async () => {
    act(() => happen(ports.server, 'a', [{ type: 'answered', by: mira, at: ports.clock.now() }]));
    return ok();
  };
  return { ...view, user: userEvent.setup() };
}

describe('a call that rings', () => {
  test('has a card with who, where, how long, and the two ways to go', () => {
    const { pass } = withRinging();
    pass(7000);
    const ringingCard = card(/^Ringing, Main number, Ana Kovač, waiting 7 seconds/);
    expect(within(ringingCard).getByRole('heading', { name: 'Ana Kovač' })).toBeTruthy();
    expect(ringingCard.textContent).toContain('+38515550142');
    expect(within(ringingCard).getByRole('timer').textContent).toBe('0:07');
    expect(button('Answer Ana Kovač').getAttribute('aria-keyshortcuts')).toBe('F2');
    expect(button('Reject Ana Kovač')).toBeTruthy();
  });

  test('says so in words after 30 s', () => {
    const { pass } = withRinging();
    expect(screen.queryByText('Over 30 s')).toBeNull();
    pass(30_000);
    expect(screen.getByText('Over 30 s')).toBeTruthy();
  });

  test('rings the bell, fills the title and notifies, and stops all three at once', () => {
    const { ports } = withRinging();
    expect(ports.ringer.ringing).toBe('ring');
    expect(ports.notifier.title).toBe('(1) Ana Kovač rings');
    expect([...ports.notifier.shown.values()]).toEqual(['Ringing: Ana Kovač']);
    act(() => happen(ports.server, 'a', [{ type: 'ended', reason: 'abandoned', at }]));
    expect(ports.ringer.ringing).toBeNull();
    expect(ports.notifier.title).toBeNull();
    expect(ports.notifier.shown.size).toBe(0);
    expect(card(/^Hung up, Ana Kovač/)).toBeTruthy();
  });

  test('is answered by its button; the event moves it over, and the focus goes along', async () => {
    const { user, ports } = withRinging();
    await user.click(button('Answer Ana Kovač'));
    expect(ports.phone.answered).toEqual(['a']);
    expect(card(/^On call with Ana Kovač/)).toBeTruthy();
    expect(screen.queryByRole('article', { name: /^Ringing/ })).toBeNull();
    expect(document.activeElement?.textContent).toBe('Ana Kovač');
    expect(document.activeElement?.tagName).toBe('H3');
    expect(ports.ringer.ringing).toBeNull();
  });

  test('is answered by F2 from anywhere, once however often it is pressed', async () => {
    const { user, ports } = withRinging();
    ports.phone.nextAnswer = () => new Promise(() => undefined);
    await user.keyboard('[F2][F2]');
    expect(ports.phone.answered).toEqual(['a']);
    expect(button('Answer Ana Kovač').getAttribute('aria-busy')).toBe('true');
  });
});

describe('what is done with a call that rings', () => {
  test('rejecting is for the server, and hang up never touches it', async () => {
    const { user, ports } = withRinging();
    await user.keyboard('[F4]');
    expect(ports.server.commanded).toEqual([]);
    await user.keyboard('[ShiftLeft>][F4][/ShiftLeft]');
    expect(ports.server.commanded).toEqual([{ name: 'reject', request: { params: { id: 'a' } } }]);
  });

  test('it never takes the focus by itself', () => {
    const { ports } = renderConsole();
    act(() => happen(ports.server, 'a', eventsOf(ringing, [offered])));
    expect(document.activeElement).toBe(document.body);
  });

  test('a failed command says why on the card', async () => {
    const { user, ports } = withRinging();
    ports.server.handlers.reject = () => fail({ code: 'pbxUnavailable' });
    await user.click(button('Reject Ana Kovač'));
    expect(within(card(/^Ringing/)).getByRole('alert').textContent).toMatch(/^The phone system does not answer/);
  });

  test('of several, F2 takes the longest waiting, unless another was chosen with Alt and the arrows', async () => {
    const second = tell({ id: 'b', at: at + 500, caller: { name: 'Second' } }, offered);
    const { ports } = renderConsole({ calls: [tell(ringing, offered), second] });
    const user = userEvent.setup();
    expect(button('Answer Ana Kovač').getAttribute('aria-keyshortcuts')).toBe('F2');
    await user.keyboard('[AltLeft>][ArrowDown][ArrowDown][/AltLeft]');
    expect(button('Answer Second').getAttribute('aria-keyshortcuts')).toBe('F2');
    await user.keyboard('[F2]');
    expect(ports.phone.answered).toEqual(['b']);
  });
});

describe('what colleagues do', () => {
  test('a call a colleague took says by whom, and can be dismissed', async () => {
    const story = [ringing, offered, { type: 'offered', to: ana, after: 11 }] as const;
    const { ports } = renderConsole({ calls: [tell(...story)] });
    act(() => happen(ports.server, 'a', [{ type: 'answered', by: ana, at }]));
    const gone = card(/^Answered elsewhere, Ana Kovač/);
    expect(gone.textContent).toContain('Taken by Ana Lindqvist');
    await userEvent.setup().click(button('Dismiss Ana Kovač'));
    expect(screen.queryByRole('article')).toBeNull();
    expect(screen.getByText('No one is ringing')).toBeTruthy();
  });

  test('a call that rings only at them can be taken all the same', async () => {
    const { ports } = renderConsole({ calls: [tell(ringing, { type: 'offered', to: ana, after: 10 })] });
    const list = screen.getByRole('region', { name: 'Ringing at colleagues' });
    expect(list.textContent).toContain('Ringing at Ana Lindqvist');
    await userEvent.setup().click(within(list).getByRole('button', { name: 'Take Ana Kovač' }));
    expect(ports.server.commanded).toEqual([{ name: 'answer', request: { params: { id: 'a' } } }]);
  });

  test('a waiting call is listed with its queue', () => {
    renderConsole({ calls: [tell({ ...ringing, queue: queues.service })] });
    expect(screen.getByRole('region', { name: 'Waiting in queues' }).textContent).toContain('Ana KovačService');
  });
});

describe('the call that is on', () => {
  const talking = tell(ringing, offered, answered);

  test('is muted by button and by F10, at this desk and told to the server', async () => {
    const { user, ports } = withRinging();
    await user.click(button('Answer Ana Kovač'));
    await user.click(button('Mute Ana Kovač'));
    expect(ports.phone.mutedOf('a')).toBe(true);
    expect(screen.getByText('Muted')).toBeTruthy();
    await user.keyboard('[F10]');
    expect(ports.phone.mutedOf('a')).toBe(false);
    expect(ports.server.commanded.map(({ name }) => name)).toEqual(['mute', 'unmute']);
  });

  test('is hung up by F4, and its end says why for 5 s', async () => {
    const { ports, pass } = renderConsole({ calls: [talking] });
    await userEvent.setup().keyboard('[F4]');
    expect(ports.server.commanded).toEqual([{ name: 'hangUp', request: { params: { id: 'a' } } }]);
    act(() => happen(ports.server, 'a', [{ type: 'ended', reason: 'weHungUp', at: ports.clock.now() }]));
    expect(card(/^Ended, Ana Kovač/).textContent).toContain('You hung up');
    pass(5000);
    expect(screen.getByText('No call is with you')).toBeTruthy();
  });

  test('a lost one is rejoined with F2, before anything that rings', async () => {
    const lost = tell(ringing, offered, answered, { type: 'legLost', after: 500 });
    const { ports } = renderConsole({ calls: [lost, tell({ id: 'b', at: at + 1 }, offered)] });
    expect(card(/^Still on the line, Ana Kovač/).textContent).toContain('Ana Kovač was not cut off');
    await userEvent.setup().keyboard('[F2]');
    expect(ports.server.commanded).toEqual([{ name: 'rejoin', request: { params: { id: 'a' } } }]);
  });

  test('of the same person at another desk has no buttons here', () => {
    const there = { ...mira, consoleId: 'at-home' };
    renderConsole({
      calls: [tell(ringing, { type: 'offered', to: there, after: 1 }, { type: 'answered', by: there, after: 2 })],
    });
    const list = screen.getByRole('region', { name: 'On your other desk' });
    expect(within(list).queryByRole('button')).toBeNull();
  });
});

describe('names and numbers', () => {
  test('are text, whatever is in them, and cannot turn the line around', () => {
    const name = '<img src=x onerror="alert(1)"> \u202Eevil';
    const { container } = renderConsole({ calls: [tell({ id: 'a', at, caller: { name, number: '+1' } }, offered)] });
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole('heading', { level: 3 }).querySelector('bdi')?.textContent).toBe(name);
  });

  test('a withheld number is neither shown nor said', () => {
    const caller = { number: null, name: null, withheld: true };
    renderConsole({ calls: [tell({ id: 'a', at, caller }, offered)] });
    expect(button('Answer Number withheld')).toBeTruthy();
  });
});

describe('nothing going on', () => {
  test('says that no one is ringing, where the next one will, and offers a caller in a demonstration', async () => {
    const { ports } = renderConsole();
    expect(screen.getByText(/You are available on Main number, Sales and Service/)).toBeTruthy();
    const [quiet] = screen.getAllByRole('button', { name: 'Simulate a caller' });
    if (quiet === undefined) throw new Error('no button');
    await userEvent.setup().click(quiet);
    expect(ports.server.commanded).toEqual([{ name: 'simulateCaller', request: { body: {} } }]);
  });
});
