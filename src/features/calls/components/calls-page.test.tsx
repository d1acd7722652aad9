import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { people, tell, type Happening } from '../../../drivers/fake/story.ts';
import { renderCalls } from '../../../testing/calls-harness.tsx';
import { galleryNow } from '../../../testing/gallery/exhibit.ts';

const { mira, ana } = people;
const offered = { type: 'offered', to: mira, after: 10 } as const;
const answered = { type: 'answered', by: mira, after: 20 } as const;
const at = galleryNow;

/** A call that arrived so many seconds ago. */
const call = (id: string, secondsAgo: number, ...story: readonly Happening[]) =>
  tell({ id, at: at - secondsAgo * 1000, caller: { name: id, number: '+38515550142' } }, ...story);
const button = (name: string) => screen.getByRole('button', { name });
const order = () => [...document.querySelectorAll('[data-call]')].map((card) => card.getAttribute('data-call'));
const focused = () => document.activeElement?.getAttribute('data-heading') ?? document.activeElement?.tagName;
const isHeading = () => document.activeElement?.tagName === 'H3';

describe('the order of what comes in', () => {
  const calls = [call('Long', 30, offered), call('Middle', 20), call('Short', 10, offered)];
  const middleRings = { type: 'offered', to: mira, at } as const;

  test('is the longest wait first', async () => {
    const { happen } = await renderCalls(calls);
    expect(order()).toEqual(['Long', 'Short']);
    happen('Middle', middleRings);
    expect(order()).toEqual(['Long', 'Middle', 'Short']);
  });

  test('stands still under the pointer, and is put right once it has left', async () => {
    const { happen, user } = await renderCalls(calls);
    await user.hover(button('Answer Short'));
    happen('Middle', middleRings);
    expect(order()).toEqual(['Long', 'Short', 'Middle']);
    await user.hover(screen.getByRole('heading', { name: 'With you' }));
    expect(order()).toEqual(['Long', 'Middle', 'Short']);
  });

  test('stands still under the focus, which goes from card to card without letting go', async () => {
    const { happen } = await renderCalls(calls);
    act(() => button('Answer Long').focus());
    act(() => button('Answer Short').focus());
    happen('Middle', middleRings);
    expect(order()).toEqual(['Long', 'Short', 'Middle']);
    act(() => button('Answer Short').blur());
    expect(order()).toEqual(['Long', 'Middle', 'Short']);
  });
});

describe('a press that was meant for something else', () => {
  // jsdom lays nothing out: a thing stands as low as the number of things above it.
  const laidOut = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'offsetTop');
  beforeEach(() =>
    Object.defineProperty(HTMLElement.prototype, 'offsetTop', {
      configurable: true,
      get(this: HTMLElement) {
        return [...(this.parentElement?.children ?? [])].indexOf(this) * 100;
      },
    }),
  );
  afterEach(() => {
    if (laidOut) Object.defineProperty(HTMLElement.prototype, 'offsetTop', laidOut);
  });

  test('does nothing for 250 ms on a card that has moved, and works then', async () => {
    const { happen, user, phone, pass, model } = await renderCalls([
      call('First', 20, offered),
      call('Second', 10, offered),
    ]);
    happen('First', { type: 'ended', reason: 'abandoned', at });
    act(() => model.calls.dismiss('First'));
    pass(249);
    await user.click(button('Answer Second'));
    expect(phone.answered).toEqual([]);
    pass(1);
    await user.click(button('Answer Second'));
    expect(phone.answered).toEqual(['Second']);
  });

  test('nor on a line of a list; a key that goes with the focus works at once', async () => {
    const { happen, user, server } = await renderCalls([call('First', 20), call('Second', 10)]);
    const taken = () => server.commanded.map(({ name }) => name);
    happen('First', { type: 'ended', reason: 'abandoned', at });
    await user.click(button('Take Second'));
    expect(taken()).toEqual([]);
    button('Take Second').focus();
    await user.keyboard('{Enter}');
    expect(taken()).toEqual(['answer']);
  });
});

describe('the focus', () => {
  test('never goes to a call that rings, wherever it is', async () => {
    const { happen, user } = await renderCalls([call('On', 60, offered, answered), call('Queued', 5)]);
    const note = screen.getByRole('textbox', { name: 'Note for On' });
    await user.type(note, 'Asks for');
    happen('Queued', { type: 'offered', to: mira, at });
    expect(document.activeElement).toBe(note);
  });

  test('goes to the heading of the card that was answered', async () => {
    const { user } = await renderCalls([call('Ringing', 5, offered)]);
    await user.click(button('Answer Ringing'));
    expect(focused()).toBe('Ringing');
    expect(isHeading()).toBe(true);
  });

  test('goes from a card that has closed to the next one, and from the last to the lane', async () => {
    const { happen, pass } = await renderCalls([call('First', 20, offered), call('Second', 10, offered)]);
    button('Reject First').focus();
    happen('First', { type: 'ended', reason: 'abandoned', at });
    pass(5000);
    expect(focused()).toBe('Second');
    button('Reject Second').focus();
    happen('Second', { type: 'ended', reason: 'abandoned', at });
    pass(5000);
    expect(document.activeElement?.tagName).toBe('H2');
  });

  test('stays where somebody has put it when another card closes', async () => {
    const { happen, pass } = await renderCalls([call('First', 20, offered), call('Second', 10, offered)]);
    button('Reject Second').focus();
    happen('First', { type: 'answered', by: mira, at }, { type: 'ended', reason: 'callerHungUp', at });
    pass(5000);
    expect(document.activeElement).toBe(button('Reject Second'));
  });

  test('is on Rejoin after a reload in mid-call', async () => {
    await renderCalls([call('Lost', 20, offered, answered, { type: 'legLost', after: 900 })]);
    expect(document.activeElement).toBe(button('Rejoin Lost'));
  });
});

test('while nothing happens everything is drawn no more than once a second', async () => {
  const { pass, draws } = await renderCalls([
    call('Ringing', 5, offered),
    call('On', 60, offered, answered),
    call('Held', 90, offered, answered, { type: 'heldByUs', after: 900 }),
    call('Colleague', 9, { type: 'offered', to: ana, after: 1 }),
  ]);
  const before = draws();
  for (let second = 0; second < 10; second += 1) pass(1000);
  // The timers turn, and nothing besides.
  expect(draws() - before).toBe(10);
});
