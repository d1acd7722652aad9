import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../shared/result.ts';
import { people, tell } from '../../drivers/fake/story.ts';
import { settled } from '../../testing/settled.ts';
import { snapshotOf } from '../../testing/stream.ts';
import { called, field, number, openDialling as open } from './dialling.testing.tsx';

const { mira } = people;

describe('the field for people and numbers', () => {
  test('F9, a number, Enter: the number is called as the world writes it, once', async () => {
    const { user, ports, placed } = await open();
    await user.keyboard('[F9]650 555 0184');
    expect(screen.getByRole('button', { name: 'Call +1 650 555 0184' })).toBeTruthy();
    await user.keyboard('{Enter}{Enter}');
    expect(called(ports)).toEqual([{ body: { number } }]);
    placed('placed');
    await act(settled);
    expect(field()).toHaveProperty('value', '');
    expect(screen.getByRole('article', { name: /^Calling/ })).toBeTruthy();
  });

  test('says under what is written why it is no number, and louder when Enter is pressed', async () => {
    const { user, ports } = await open();
    const why = '(650) 555: too short for a telephone number.';
    const alerts = () => screen.getAllByRole('alert').map(({ textContent }) => textContent);
    await user.keyboard('[F9]650555');
    expect(screen.getByText(why)).toBeTruthy();
    expect(alerts()).not.toContain(why);
    await user.keyboard('{Enter}');
    expect(alerts()).toContain(why);
    expect(called(ports)).toEqual([]);
  });

  test('what was pasted from anywhere is a number', async () => {
    const { user, ports } = await open();
    await user.keyboard('[F9]');
    await user.paste('tel:+44 (20) 7946-0301');
    await user.keyboard('{Enter}');
    expect(called(ports)).toEqual([{ body: { number: '+442079460301' } }]);
  });

  test('finds people as before, where Enter calls nobody', async () => {
    const { user, ports } = await open();
    const person = { extension: '214', presence: 'available', since: 0, until: null } as const;
    act(() => ports.server.say(snapshotOf([], ports.clock.now(), [{ id: 'luka', name: 'Luka Horvat', ...person }])));
    await user.keyboard('[F9]luka');
    expect(within(screen.getByRole('list', { name: 'People' })).getByText('Luka Horvat')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(called(ports)).toEqual([]);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('list', { name: 'People' })).toBeNull();
  });

  test('the server’s no stands under it with its reason, until something else is written', async () => {
    const { user, ports } = await open();
    ports.server.handlers.placeCall = () => fail({ code: 'numberNotAllowed' });
    await user.keyboard('[F9]2045550100{Enter}');
    expect(screen.getByText(/^Calls to this number are not allowed from here/)).toBeTruthy();
    expect(field()).toHaveProperty('value', '2045550100');
    await user.keyboard('{Backspace}');
    expect(screen.queryByText(/^Calls to this number are not allowed/)).toBeNull();
  });

  test('the number called last can be called again, from its button and with the arrow', async () => {
    const { user, ports, placed, tellOf } = await open();
    await user.keyboard('[F9]6505550184{Enter}');
    placed('placed');
    await act(settled);
    await user.keyboard('[F9]x{Backspace}');
    // Whoever calls one number calls no other.
    expect(screen.getByRole('button', { name: `Redial ${number}` }).getAttribute('aria-disabled')).toBe('true');
    tellOf('placed', { type: 'ended', reason: 'weHungUp', at: ports.clock.now() });
    await user.click(screen.getByRole('button', { name: `Redial ${number}` }));
    await act(settled);
    expect(called(ports)).toHaveLength(2);
    await user.click(field());
    await user.keyboard('{ArrowUp}');
    expect(field()).toHaveProperty('value', number);
  });

  test('without a line to the outside it says so, and calls nobody', async () => {
    const { user, ports } = await open();
    ports.server.handlers.dialling = () => ok({ possible: false, country: 'US' });
    act(() => ports.server.say(snapshotOf([], ports.clock.now())));
    await act(settled);
    await user.keyboard('[F9]6505550184');
    const call = screen.getByRole('button', { name: 'Call +1 650 555 0184' });
    expect(call.getAttribute('aria-disabled')).toBe('true');
    await user.keyboard('{Enter}');
    await user.click(call);
    expect(called(ports)).toEqual([]);
    expect(screen.getByText(/^Cannot call \+1 650 555 0184\. Calls to the outside are not set up here/)).toBeTruthy();
  });

  test('neither does a desk whose connection is lost', async () => {
    const { user, ports, pass } = await open();
    act(() => ports.server.become({ state: 'waiting', since: ports.clock.now(), retryAt: ports.clock.now() + 9000 }));
    pass(1500);
    await user.keyboard('[F9]6505550184{Enter}');
    expect(called(ports)).toEqual([]);
    expect(screen.getByText(/^Cannot call .* Reconnecting/)).toBeTruthy();
  });
});

describe('what is told of a call that goes out', () => {
  test('the call that was on is put on hold without a word of its own', async () => {
    const on = tell(
      { id: 'on', at: 0, caller: { name: 'Henrik Aas', number: '+4722550138' } },
      { type: 'offered', to: mira, after: 1 },
      { type: 'answered', by: mira, after: 2 },
    );
    const { user, ports, tellOf, placed, pass } = await open([on]);
    pass(5000);
    await user.keyboard('[F9]6505550184{Enter}');
    tellOf('on', { type: 'heldByUs', at: ports.clock.now() });
    placed('placed');
    await act(settled);
    pass(500);
    expect(screen.getByTestId('spoken-polite').textContent).toBe(
      'Calling 1, 6 5 0, 5 5 5, 0 1 8 4. Henrik Aas on hold.',
    );
  });

  test('on another page: the bar says how far it has come, and who was not reached can be called again there', async () => {
    const { ports, tellOf, placed, user } = await open();
    act(() => history.pushState(null, '', '/replies'));
    placed('placed');
    const bar = screen.getByRole('region', { name: `Calling ${number}, 0 seconds` });
    expect(bar.textContent).toContain('Your phone');
    expect(within(bar).queryByRole('button', { name: /^Mute/ })).toBeNull();
    tellOf(
      'placed',
      { type: 'dialled', at: ports.clock.now() },
      { type: 'ended', reason: 'busy', at: ports.clock.now() },
    );
    const cards = screen.getAllByRole('article', { name: `Busy, ${number}` });
    const here = cards.find((one) => one.closest('[hidden]') === null);
    await user.click(within(here ?? document.body).getByRole('button', { name: `Redial ${number}` }));
    expect(called(ports)).toEqual([{ body: { number } }]);
  });
});
