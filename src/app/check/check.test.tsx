import { act, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { people, tell } from '../../drivers/fake/story.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';
import { countWords, meaning, type CheckStates } from './check-state.ts';

const at = Date.UTC(2026, 10, 20, 9, 0, 0);
const ringing = tell({ id: 'a', at, caller: { name: 'Ana Kovač' } }, { type: 'offered', to: people.mira, after: 10 });
const title = 'Check your desk before the first call';
const row = (name: string) => within(screen.getByRole('region', { name }));
const press = (name: string) => userEvent.setup().click(screen.getByRole('button', { name }));

/** Opens the console at an address; the check is fetched first. */
async function openAt(address: string, options: Parameters<typeof renderConsole>[0] = {}) {
  history.replaceState(null, '', address);
  const view = renderConsole(options);
  if (address === '/check') await screen.findByRole('heading', { name: title });
  return view;
}

// The page is fetched when it is first shown, and microphones are listened to in real time.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });
beforeAll(async () => void (await import('./check-page.tsx')));

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});

describe('how the desk stands', () => {
  const good: CheckStates = {
    microphone: 'works',
    callAudio: 'works',
    ringer: 'works',
    notifications: 'works',
    testCall: 'works',
  };

  test('is counted, and said in what it means, the worst first', () => {
    expect([countWords(good), meaning(good)]).toEqual(['5 of 5 work', 'Your desk is ready.']);
    const noNotes = { ...good, notifications: 'needsYou' } as const;
    expect([countWords(noNotes), meaning(noNotes)]).toEqual([
      '4 of 5 work',
      'Without notifications, keep this window visible.',
    ]);
    expect(meaning({ ...noNotes, microphone: 'needsYou' })).toContain('Callers will not hear you');
    expect(meaning({ ...noNotes, ringer: 'blocked' })).toContain('until sound is allowed');
    expect(meaning({ ...good, testCall: 'notTested' })).toContain('as far as it has been checked');
    expect(countWords({ ...noNotes, callAudio: 'notTested', ringer: 'notTested', testCall: 'notTested' })).toBe(
      '1 of 5 works',
    );
  });
});

describe('the rows', () => {
  test('the microphone works once somebody was heard, and says how it hears them', async () => {
    const ports = fakePorts();
    await openAt('/check', { ports });
    expect(row('Microphone').getByText('Not checked')).toBeTruthy();
    ports.microphone.level = () => 0.6;
    expect(await row('Microphone').findByText('Works')).toBeTruthy();
    expect(row('Microphone').getByText('We hear you clearly')).toBeTruthy();
  });

  test('a microphone that is blocked says what to do, and is asked for with one press', async () => {
    const ports = fakePorts();
    ports.microphone.outcome = 'denied';
    await openAt('/check', { ports });
    expect(row('Microphone').getByText('Needs you')).toBeTruthy();
    expect(screen.queryByText(/callers would not hear you/)).toBeNull();
    ports.microphone.outcome = 'ready';
    await press('Allow microphone');
    expect(await row('Microphone').findByText('Nothing heard yet')).toBeTruthy();
  });

  test('a sound works when its person says that they heard it', async () => {
    const { ports } = await openAt('/check');
    await press('Ring once');
    expect(ports.ringer.once).toEqual(['bell']);
    await press('I did not');
    expect(row('Ringer').getByText('Needs you')).toBeTruthy();
    await press('Play a voice');
    await userEvent.setup().click(await row('Call audio').findByRole('button', { name: 'I heard it' }));
    expect(row('Call audio').getByText('You said you heard it')).toBeTruthy();
    expect(row('Call audio').getByText('Works')).toBeTruthy();
  });

  test('notifications are asked for with one press', async () => {
    const ports = fakePorts();
    ports.notifier.answer = 'askable';
    await openAt('/check', { ports });
    expect(row('Notifications').getByText('Needs you')).toBeTruthy();
    await press('Allow notifications');
    expect(await row('Notifications').findByText('Works')).toBeTruthy();
  });

  test('a test call that is refused says why', async () => {
    const { ports } = await openAt('/check');
    ports.server.handlers.startTestCall = () => ({ ok: false, error: { code: 'busy' } });
    await press('Call the echo test');
    expect(await row('Test call').findByText('This desk has a call. Try again when it is over.')).toBeTruthy();
    expect(row('Test call').getByText('Needs you')).toBeTruthy();
  });

  test('blocked sound stops what cannot be heard, and is cured with one press', async () => {
    const ports = fakePorts();
    ports.ringer.isBlocked = true;
    ports.ringer.refusals = 1;
    const { pass } = await openAt('/check', { ports });
    pass(1000);
    expect(row('Ringer').getByText('Blocked')).toBeTruthy();
    for (const name of ['Play a voice', 'Ring once', 'Call the echo test', 'Start shift']) {
      expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true');
    }
    await press('Allow sound');
    expect(await row('Ringer').findByRole('group', { name: 'Did you hear it?' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Start shift' }).getAttribute('aria-disabled')).toBeNull();
  });
});

describe('the calls and the check', () => {
  test('a call rings in a strip on top, and is answered there', async () => {
    const { ports } = await openAt('/check', { calls: [ringing] });
    ports.phone.nextAnswer = async () => ok();
    await press('Answer Ana Kovač');
    expect(ports.phone.answered).toEqual(['a']);
  });

  test.each([
    ['Escape', async () => userEvent.setup().keyboard('[Escape]')],
    ['Skip for now', async () => press('Skip for now')],
    ['Start shift', async () => press('Start shift')],
  ])('%s goes to the calls', async (_name, leave) => {
    await openAt('/check');
    await leave();
    expect(location.pathname).toBe('/');
    expect(screen.getByRole('heading', { name: 'Coming in' })).toBeTruthy();
  });
});

describe('the check is offered', () => {
  const askable = () => {
    const ports = fakePorts();
    ports.notifier.answer = 'askable';
    return ports;
  };

  test('to somebody whose browser has something to ask, until they put it off', async () => {
    const first = await openAt('/', { ports: askable() });
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
    await press('Skip for now');
    first.unmount();
    await openAt('/', { ports: askable() });
    expect(location.pathname).toBe('/');
  });

  test('also when it is the microphone that is asked for; never again once it was done', async () => {
    const ports = fakePorts();
    ports.microphone.askable = true;
    const first = await openAt('/', { ports });
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
    await press('Start shift');
    first.unmount();
    sessionStorage.clear();
    await openAt('/', { ports: askable() });
    expect(location.pathname).toBe('/');
  });

  test('to nobody who has allowed everything, nor on another page', async () => {
    const view = await openAt('/');
    await act(async () => undefined);
    expect(location.pathname).toBe('/');
    view.unmount();
    await openAt('/settings/appearance', { ports: askable() });
    expect(location.pathname).toBe('/settings/appearance');
  });
});
