import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { callers } from '../../../drivers/fake/scenes.ts';
import { people, tell } from '../../../drivers/fake/story.ts';
import { renderCalls } from '../../../testing/calls-harness.tsx';
import { galleryNow } from '../../../testing/gallery/exhibit.ts';
import type { ReplyWish } from '../model/calls-model.ts';

const ringing = tell(
  { id: 'a', at: galleryNow - 9000, caller: callers.anaKovac },
  { type: 'offered', to: people.mira, after: 10 },
);

async function openMenu() {
  const view = await renderCalls([ringing]);
  const wishes: ReplyWish[] = [];
  view.model.replyWanted.subscribe((wish) => void wishes.push(wish));
  const menu = screen.getByRole('menu', { hidden: true });
  const items = within(menu).getAllByRole('menuitem', { hidden: true });
  // jsdom opens no popover; that it opens and closes is seen in a browser.
  items[0]?.focus();
  const focused = () => document.activeElement?.textContent;
  return { ...view, wishes, menu, items, focused };
}

describe('the menu of Reply busy', () => {
  test('has the templates by their digit, and the way to write', async () => {
    const { items } = await openMenu();
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Call back soonI am on another call. May I call you back in 10 minutes?',
      'Is it urgent?I cannot take your call right now. Is it urgent?',
      'In a meetingI am in a meeting right now. May I call you back afterwards?',
      'LunchWe are at lunch right now. May I call you back in one hour?',
      'Write a message…',
    ]);
    expect(items.map((item) => item.getAttribute('aria-keyshortcuts'))).toEqual(['1', '2', '3', '4', 'Shift+F2']);
  });

  test('a digit, a press, and Enter choose; what is chosen goes to the window of the reply', async () => {
    const { user, wishes, items } = await openMenu();
    await user.keyboard('2');
    await user.click(items[3] ?? document.body);
    items[4]?.focus();
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('button', { name: 'Reply busy to Ana Kovač' }));
    expect(wishes).toEqual([
      { callId: 'a', choice: 'urgent' },
      { callId: 'a', choice: 'lunch' },
      { callId: 'a', choice: null },
      { callId: 'a', choice: null },
    ]);
  });

  test('a digit of no template does nothing, neither here nor elsewhere', async () => {
    const { wishes, menu } = await openMenu();
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent): unknown => heard.push(key);
    addEventListener('keydown', listen);
    for (const key of ['5', '9', '0', '1']) fireEvent.keyDown(menu, { key });
    fireEvent.keyDown(menu, { key: '1', altKey: true });
    removeEventListener('keydown', listen);
    expect(wishes).toEqual([{ callId: 'a', choice: 'soon' }]);
    expect(heard).toEqual(['1']);
  });

  test('the arrows go round, Home and End to its ends', async () => {
    const { user, focused } = await openMenu();
    await user.keyboard('{ArrowUp}');
    expect(focused()).toBe('Write a message…');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toMatch(/^Is it urgent/);
    await user.keyboard('{End}');
    expect(focused()).toBe('Write a message…');
    await user.keyboard('{Home}');
    expect(focused()).toMatch(/^Call back soon/);
  });
});
