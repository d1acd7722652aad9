import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { fail } from '../../../../shared/result.ts';
import { callers } from '../../../drivers/fake/scenes.ts';
import { people, tell, type Happening } from '../../../drivers/fake/story.ts';
import { renderCalls } from '../../../testing/calls-harness.tsx';
import { earlierCall, remembering } from '../../../testing/gallery/acts.ts';
import { galleryNow } from '../../../testing/gallery/exhibit.ts';
import { settled } from '../../../testing/settled.ts';

const { mira } = people;
const caller = callers.henrik;
const story: readonly Happening[] = [
  { type: 'offered', to: mira, after: 10 },
  { type: 'answered', by: mira, after: 20 },
];
const talking = tell({ id: 'a', at: galleryNow - 60_000, caller }, ...story);
const button = (name: string) => screen.getByRole('button', { name });
const keypad = () => screen.getByRole('region', { name: 'Keypad for Henrik Aas' });
const note = () => screen.getByRole('textbox', { name: 'Note for Henrik Aas' });

describe('the keypad', () => {
  test('replaces what is known and noted, and gives both back', async () => {
    const { user } = await renderCalls([talking]);
    await act(settled);
    expect(screen.getByText('First call')).toBeTruthy();
    await user.click(button('Keypad for Henrik Aas'));
    expect(button('Keypad for Henrik Aas').className).toContain('pressed');
    expect(screen.queryByText('First call')).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(button('Keypad for Henrik Aas'));
    expect(screen.getByText('First call')).toBeTruthy();
    expect(note()).toBeTruthy();
  });

  test('sends what is pressed and what is typed, and shows what was sent', async () => {
    const { user, phone, pass } = await renderCalls([talking]);
    await user.click(button('Keypad for Henrik Aas'));
    pass(250);
    await user.click(within(keypad()).getByRole('button', { name: '2' }));
    await user.keyboard('4#x');
    expect(phone.digits).toBe('24#');
    expect(within(keypad()).getByRole('status').textContent).toBe('2 4 #');
  });

  test('a second press on the way to its button is not a digit', async () => {
    const { user, phone } = await renderCalls([talking]);
    await user.click(button('Keypad for Henrik Aas'));
    await user.click(within(keypad()).getByRole('button', { name: '3' }));
    expect(phone.digits).toBe('');
  });

  test('says why keys could not be sent, and does not show them as sent', async () => {
    const { user, phone } = await renderCalls([talking]);
    phone.sendDigits = () => fail('digitsRefused');
    await user.click(button('Keypad for Henrik Aas'));
    await user.keyboard('7');
    expect(within(keypad()).getByRole('alert').textContent).toBe('The other end takes no keys.');
    expect(within(keypad()).getByRole('status').textContent).toBe('');
  });
});

describe('what is known of the caller', () => {
  test('is when and with whom they last spoke, and what was noted', async () => {
    const known = earlierCall(galleryNow, caller, 'Send the rate before Friday.');
    const { container } = await renderCalls([talking], remembering(known));
    await act(settled);
    const rows = [...container.querySelectorAll('.history li')].map(({ textContent }) => textContent);
    expect(rows).toEqual([
      expect.stringMatching(/^Last call .*17.* with Ana Lindqvist, 6 min$/),
      '“Send the rate before Friday.”',
    ]);
  });

  test('is nothing for a withheld number, and nothing is asked', async () => {
    const withheld = tell({ id: 'a', at: galleryNow - 60_000, caller: { withheld: true } }, ...story);
    const { server, container } = await renderCalls([withheld]);
    await act(settled);
    expect(server.asked).toEqual([]);
    expect(container.querySelector('.history')).toBeNull();
  });
});

describe('the note', () => {
  test('says how it stands, from the first letter to the server’s yes', async () => {
    const { user, pass } = await renderCalls([talking]);
    const described = () => document.getElementById(note().getAttribute('aria-describedby') ?? '')?.textContent;
    expect(described()).toBe('saved with the call');
    await user.type(note(), 'Asks');
    expect(described()).toBe('Not saved yet');
    pass(800);
    expect(described()).toBe('Saving…');
    await act(settled);
    expect(described()).toBe('Saved');
  });

  test('says why it was not saved', async () => {
    const { user, server } = await renderCalls([talking]);
    server.handlers.note = () => fail({ code: 'databaseUnavailable' });
    await user.type(note(), 'Asks');
    await user.tab();
    await act(settled);
    expect(screen.getByText(/^Not saved\. The database does not answer/)).toBeTruthy();
  });

  test('is written on, where the cursor was, when the caller hangs up in the middle of a word', async () => {
    const { user, happen, server, pass } = await renderCalls([talking]);
    await user.type(note(), 'Asks Ingrid');
    await user.keyboard('{ArrowLeft>6/}');
    happen('a', { type: 'ended', reason: 'callerHungUp', at: galleryNow });
    await user.keyboard('for ');
    const card = screen.getByRole('article', { name: 'Ended, Henrik Aas' });
    expect(within(card).getByRole('textbox')).toBe(document.activeElement);
    expect(card.textContent).not.toContain('clears in');
    pass(60_000);
    await act(settled);
    const last = server.commanded.at(-1)?.request;
    expect(last).toEqual({ params: { id: 'a' }, body: { note: 'Asks for Ingrid' } });
    await user.tab();
    expect(screen.queryByRole('textbox')).toBeNull();
    pass(1000);
    expect(screen.queryByRole('article')).toBeNull();
  });

  test('of a call that ends while nobody writes is gone with its card', async () => {
    const { user, happen } = await renderCalls([talking]);
    await user.type(note(), 'Asks');
    await user.tab();
    await act(settled);
    happen('a', { type: 'ended', reason: 'callerHungUp', at: galleryNow });
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('goes on under the cursor when the caller puts us on hold', async () => {
    const { user, happen } = await renderCalls([talking]);
    await user.type(note(), 'Asks');
    happen('a', { type: 'heldByThem', at: galleryNow });
    await user.keyboard(' for Ingrid');
    expect(note()).toHaveProperty('value', 'Asks for Ingrid');
  });

  test('what was typed last is sent when the page goes, also behind a save that is under way', async () => {
    const { user, server, pass } = await renderCalls([talking]);
    server.handlers.note = () => new Promise(() => undefined);
    await user.type(note(), 'Asks');
    pass(800);
    await user.type(note(), ' for Ingrid');
    act(() => void dispatchEvent(new Event('pagehide')));
    const notes = server.commanded.map(({ request }) => request);
    expect(notes).toEqual([
      { params: { id: 'a' }, body: { note: 'Asks' } },
      { params: { id: 'a' }, body: { note: 'Asks for Ingrid' } },
    ]);
  });
});
