import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultPreferences, preferencesSchema } from '../../../shared/protocol/preferences.ts';
import { fail, ok } from '../../../shared/result.ts';
import { people, tell } from '../../drivers/fake/story.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';

const offered = { type: 'offered', to: people.mira, after: 10 } as const;
const ringing = tell({ id: 'a', at: Date.UTC(2026, 10, 20), caller: { name: 'Ana Kovač' } }, offered);

async function open(section: 'keyboard' | 'notifications' | 'appearance', calls = [ringing]) {
  history.replaceState(null, '', `/settings/${section}`);
  const ports = fakePorts();
  let known = defaultPreferences;
  ports.server.handlers.savePreferences = ({ body }) => ok((known = preferencesSchema.parse({ ...known, ...body })));
  const view = renderConsole({ ports, calls });
  await screen.findByRole('heading', { level: 1, name: titles[section] }, { timeout: 10_000 });
  return { ...view, ports, user: userEvent.setup(), known: () => known };
}

const titles = { keyboard: 'Keyboard', notifications: 'Notifications', appearance: 'Appearance and language' };
const button = (name: string) => screen.getByRole('button', { name });
const answerRow = () => screen.getByText('Answer the longest-waiting call', { selector: '.key-row *' }).closest('li');
const change = (command: string) => button(`Change keys: ${command}`);
const answer = 'Answer the longest-waiting call';

// Roles and names of a whole console take their time in jsdom, the more so beside other tests.
vi.setConfig({ testTimeout: 30_000 });
// The page is fetched when it is first wanted, and that is not what is measured here.
beforeAll(async () => void (await import('./settings-page.tsx')), 60_000);
beforeEach(() => localStorage.clear());
afterEach(() => history.replaceState(null, '', '/'));

describe('the page of the keyboard', () => {
  test('lists what the console can do, and nothing else', async () => {
    await open('keyboard');
    const onCall = screen.getByRole('region', { name: 'You are on a call' });
    expect(
      within(onCall)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Hang upF4',
      'Hold, resumeF8',
      'Swap with the held callShift+F8',
      'Mute, unmuteF10',
      'KeypadAlt+K',
      'Record, pause or resume recordingAlt+R',
      'Write the noteAlt+N',
    ]);
    expect(screen.queryByText('Park')).toBeNull();
  });

  test('new keys are in effect at once, on the button, by hand and saved; the old ones do nothing', async () => {
    const { user, ports, known } = await open('keyboard');
    await user.click(change(answer));
    expect(screen.getByText('Press the new keys…')).toBeTruthy();
    await user.keyboard('[AltLeft>][KeyA][/AltLeft]');
    expect(known().keys).toEqual({ answer: 'Alt+KeyA' });
    expect(screen.getByText(`${answer}: Alt A.`)).toBeTruthy();
    expect(answerRow()?.textContent).toContain('Alt+A');
    expect(document.activeElement).toBe(change(answer));
    await user.keyboard('[F2]');
    expect(ports.phone.answered).toEqual([]);
    await user.keyboard('[AltLeft>][KeyA][/AltLeft]');
    expect(ports.phone.answered).toEqual(['a']);
  });

  test('what is pressed while new keys are waited for does nothing else', async () => {
    const { user, ports } = await open('keyboard');
    await user.click(change('Mute, unmute'));
    await user.keyboard('[F2]');
    expect(ports.phone.answered).toEqual([]);
    expect(screen.getByText(/These keys are in use: Answer the longest-waiting call/)).toBeTruthy();
  });

  test('keys the browser wants are refused in a sentence, and others can be pressed', async () => {
    const { user, known } = await open('keyboard');
    await user.click(change(answer));
    await user.keyboard('[ControlLeft>][KeyT][/ControlLeft]');
    expect(answerRow()?.textContent).toContain('taken by the browser: they open a tab. Choose other keys.');
    await user.keyboard('[KeyQ]');
    expect(answerRow()?.textContent).toContain('This key is needed for typing');
    await user.keyboard('[F8]');
    expect(answerRow()?.textContent).toContain('These keys are in use: Hold, resume.');
    await user.click(button('Swap the two'));
    expect(known().keys).toEqual({ answer: 'F8', hold: 'F2' });
  });

  test('Escape leaves everything as it was', async () => {
    const { user, ports } = await open('keyboard');
    await user.click(change(answer));
    await user.keyboard('[Escape]');
    expect(screen.queryByText('Press the new keys…')).toBeNull();
    expect(document.activeElement).toBe(change(answer));
    expect(ports.server.commanded).toEqual([]);
  });

  test('one is reset by itself, all at once, and all at once can be undone', async () => {
    const { user, known } = await open('keyboard');
    expect(button('Reset all').getAttribute('aria-disabled')).toBe('true');
    await user.click(change(answer));
    await user.keyboard('[F13]');
    await user.click(change('Mute, unmute'));
    await user.keyboard('[F14]');
    await user.click(button(`Usual keys: ${answer}`));
    expect(known().keys).toEqual({ mute: 'F14' });
    await user.click(button('Reset all'));
    expect(known().keys).toEqual({});
    expect(screen.getByText('All keys are the usual ones again.')).toBeTruthy();
    await user.click(button('Undo'));
    expect(known().keys).toEqual({ mute: 'F14' });
  });

  test('a change that could not be saved counts here, and says so', async () => {
    const { user, ports } = await open('keyboard');
    ports.server.handlers.savePreferences = () => fail({ code: 'databaseUnavailable' });
    await user.click(change(answer));
    await user.keyboard('[F13]');
    expect((await screen.findAllByText(/^Not saved for your other desks: The database/)).length).toBeGreaterThan(0);
    await user.keyboard('[F13]');
    expect(ports.phone.answered).toEqual(['a']);
  });
});

describe('the page of the notifications', () => {
  test('a ringing call is notified or not, as they are switched, also in mid-ring', async () => {
    const { user, ports } = await open('notifications');
    expect(ports.notifier.shown.size).toBe(1);
    await user.click(screen.getByRole('switch', { name: 'Show a notification' }));
    expect(ports.notifier.shown.size).toBe(0);
    await user.click(screen.getByRole('switch', { name: 'Show a notification' }));
    expect(ports.notifier.shown.size).toBe(1);
  });

  test('a second call is not notified to whoever wants none while on a call', async () => {
    const talking = tell({ id: 'b', at: 0, caller: { name: 'Henrik Aas' } }, offered, {
      type: 'answered',
      by: people.mira,
      after: 20,
    });
    const { user, ports } = await open('notifications', [ringing, talking]);
    expect(ports.notifier.shown.size).toBe(1);
    await user.click(screen.getByRole('switch', { name: 'Show it for a second call, too' }));
    expect(ports.notifier.shown.size).toBe(0);
  });

  test('one that is pressed shows the call and answers nothing', async () => {
    const { ports } = await open('notifications');
    act(() => ports.notifier.press('ringing-a'));
    expect(location.pathname).toBe('/');
    expect(document.activeElement?.textContent).toBe('Ana Kovač');
    expect(ports.phone.answered).toEqual([]);
  });

  test('a denied permission says how it is cured, and follows it', async () => {
    const { ports, user } = await open('notifications');
    await user.click(button('Show a test call'));
    expect(ports.notifier.demonstrated).toEqual(['Ringing: Test call']);
    act(() => ports.notifier.become('denied'));
    expect(screen.getByRole('heading', { name: 'How to turn them on' })).toBeTruthy();
    expect(button('Show a test call').getAttribute('aria-disabled')).toBe('true');
    act(() => ports.notifier.become('askable'));
    await user.click(button('Allow notifications'));
    expect(screen.getByText('Notifications are allowed for Frontdesk.')).toBeTruthy();
  });
});

describe('the page of the appearance', () => {
  test('theme and density are on the page at once', async () => {
    const { user, known } = await open('appearance');
    const page = screen.getByRole('region', { name: titles.appearance });
    await user.click(within(page).getByRole('radio', { name: 'Dark' }));
    await user.click(screen.getByRole('radio', { name: 'Compact' }));
    expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', density: 'compact' });
    expect(known()).toMatchObject({ theme: 'dark', density: 'compact' });
  });

  test('dates and times are written as chosen, everywhere', async () => {
    const { user } = await open('appearance');
    await user.selectOptions(screen.getByLabelText('Dates, times and numbers'), 'German (Germany)');
    expect(screen.getByText(/^For example \w+tag, \d+\. \w+ \d{4}, \d\d:\d\d\.$/)).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
    await user.selectOptions(screen.getByLabelText('Dates, times and numbers'), 'Like the browser');
    expect(screen.queryByText(/^For example \w+tag/)).toBeNull();
  });
});
