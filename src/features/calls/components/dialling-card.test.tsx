import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../../shared/result.ts';
import { people, tell, type Happening } from '../../../drivers/fake/story.ts';
import { renderCalls } from '../../../testing/calls-harness.tsx';
import { galleryNow } from '../../../testing/gallery/exhibit.ts';
import { settled } from '../../../testing/settled.ts';
import { frameOf } from '../../../testing/stream.ts';

const { mira } = people;
const at = galleryNow;
const number = '+16505550184';
const shown = '+1 650 555 0184';
const dialled: Happening = { type: 'dialled', after: 800 };
const calling = (...story: readonly Happening[]) =>
  tell({ id: 'p', at: at - 23_000, placedBy: mira, caller: { number } }, ...story);
const button = (name: string) => screen.getByRole('button', { name });
const card = () => screen.getByRole('article');

describe('a number that is called', () => {
  test('has a card that says how far it has come, with Hang up, a note, and nothing for a talk yet', async () => {
    const { happen, user, server } = await renderCalls([calling()]);
    const step = () => card().querySelector('[aria-current="step"]')?.textContent;
    expect(card().getAttribute('aria-label')).toBe(`Calling ${shown}, 23 seconds`);
    expect(step()).toBe('Your phone');
    happen('p', { type: 'dialled', at });
    expect(step()).toBe('Dialling');
    happen('p', { type: 'alerted', at });
    expect(step()).toBe('Ringing there');
    expect(screen.queryByRole('button', { name: /^(Mute|Hold|Keypad)/ })).toBeNull();
    expect(screen.getByRole('textbox', { name: `Note for ${shown}` })).toBeTruthy();
    await user.click(button(`Hang up ${shown}`));
    expect(server.commanded.map(({ name }) => name)).toEqual(['hangUp']);
  });

  test('is an ordinary call from the answer on, and its other side is no caller', async () => {
    const { happen, container } = await renderCalls([calling(dialled)]);
    happen('p', { type: 'answered', by: mira, at });
    expect(card().getAttribute('aria-label')).toBe(`On call with ${shown}, 0 seconds`);
    expect(button(`Mute ${shown}`)).toBeTruthy();
    expect(container.textContent).not.toMatch(/caller/i);
  });

  test('has the focus when it was placed here, and leaves it where it is otherwise', async () => {
    const { model, server, pass } = await renderCalls([]);
    server.handlers.placeCall = () => ok({ id: 'mine' });
    const placed = (id: string) =>
      act(() =>
        model.calls.accept(
          frameOf(id, {
            type: 'placed',
            id,
            at,
            by: mira,
            caller: { number, name: null, withheld: false, divertedFrom: null },
            dialled: number,
            queue: null,
          }),
        ),
      );
    placed('other');
    pass(1000);
    expect(document.activeElement).toBe(document.body);
    act(() => void model.placing.place({ number, from: 'field' }));
    await act(settled);
    placed('mine');
    expect(document.activeElement?.getAttribute('data-heading')).toBe('mine');
  });
});

describe('a number that did not answer', () => {
  test.each([
    ['busy', 'Busy'],
    ['declined', 'They declined the call'],
    ['noAnswer', 'No answer after 23 s'],
    ['unknownNumber', 'There is no such number'],
    ['unreachable', 'They could not be reached'],
    ['failed', 'The call failed'],
  ] as const)('%s: says so in words of its own', async (reason, words) => {
    const { happen } = await renderCalls([calling(dialled)]);
    happen('p', { type: 'ended', reason, at });
    expect(card().getAttribute('aria-label')).toBe(`${words}, ${shown}`);
    expect(within(card()).getByText(words)).toBeTruthy();
  });

  test('can be called again from its card, which goes then', async () => {
    const { happen, user, server } = await renderCalls([calling(dialled)]);
    server.handlers.placeCall = () => ok({ id: 'again' });
    happen('p', { type: 'ended', reason: 'busy', at });
    await user.click(button(`Redial ${shown}`));
    expect(server.commanded.at(-1)).toEqual({ name: 'placeCall', request: { body: { number } } });
    expect(screen.queryByRole('article')).toBeNull();
  });

  test('says why it could not be called again, and stays', async () => {
    const { happen, user, server } = await renderCalls([calling(dialled)]);
    server.handlers.placeCall = () => fail({ code: 'tooManyCalls' });
    happen('p', { type: 'ended', reason: 'busy', at });
    await user.click(button(`Redial ${shown}`));
    expect(within(card()).getByRole('alert').textContent).toMatch(/^Too many calls/);
  });

  test('stays for a minute, or until it is dismissed', async () => {
    const other = tell({ id: 'q', at, placedBy: mira, caller: { number: '+442079460301' } }, dialled);
    const { happen, user, pass } = await renderCalls([calling(dialled), other]);
    happen('p', { type: 'ended', reason: 'busy', at });
    happen('q', { type: 'ended', reason: 'busy', at });
    await user.click(button('Dismiss +44 20 7946 0301'));
    expect(card().getAttribute('aria-label')).toBe(`Busy, ${shown}`);
    pass(59_000);
    expect(card()).toBeTruthy();
    pass(1000);
    expect(screen.queryByRole('article')).toBeNull();
  });

  test('whoever hangs up while it rings there needs no way to call again', async () => {
    const { happen, pass } = await renderCalls([calling(dialled)]);
    happen('p', { type: 'ended', reason: 'weHungUp', at });
    expect(card().textContent).toContain('You hung up');
    expect(screen.queryByRole('button', { name: /^Redial/ })).toBeNull();
    pass(5000);
    expect(screen.queryByRole('article')).toBeNull();
  });
});
