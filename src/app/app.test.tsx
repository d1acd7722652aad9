import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../shared/call/call.ts';
import { fail, ok } from '../../shared/result.ts';
import { mira } from '../drivers/fake/stage.ts';
import { people, tell as happened } from '../drivers/fake/story.ts';
import { createSessionStore } from '../features/sign-in/model/session-store.ts';
import { fakePorts } from '../testing/console-harness.tsx';
import { snapshotOf } from '../testing/stream.ts';
import { App } from './app.tsx';

const talking = happened(
  { id: 'a', at: 0, caller: { name: 'Henrik Aas' } },
  { type: 'offered', to: people.mira, after: 10 },
  { type: 'answered', by: people.mira, after: 20 },
);

function open(me: 'signedIn' | 'signedOut' | 'unreachable') {
  const ports = fakePorts();
  ports.server.handlers.me = () => (me === 'signedIn' ? ok(mira) : fail({ code: me }));
  ports.server.handlers.signIn = () => ok(mira);
  ports.server.handlers.signOut = () => ok(null);
  ports.server.handlers.welcome = () => ok({ organisation: 'Nordkap', phoneSystem: 'working', demoSignIns: [] });
  render(<App ports={ports} session={createSessionStore(ports.server, ports.clock)} />);
  return { ports, user: userEvent.setup() };
}

const signInTitle = () => screen.queryByRole('heading', { name: 'Sign in to start your shift' });
/** The console is fetched when it is first wanted. */
const console = () => screen.findByRole('heading', { name: 'Coming in' }, { timeout: 10_000 });

async function signIn(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  const login = screen.getByLabelText('E-mail or extension');
  if (login instanceof HTMLInputElement && login.value === '') await user.type(login, 'mira');
  await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
}

describe('the page', () => {
  test('asks for a sign-in, and then is the console', async () => {
    const { user } = open('signedOut');
    await screen.findByLabelText('Password');
    await signIn(user);
    expect(await console()).toBeTruthy();
    expect(signInTitle()).toBeNull();
  });

  test('goes straight to the console of whoever is signed in already', async () => {
    open('signedIn');
    expect(await console()).toBeTruthy();
  });

  test('a server that cannot be reached is asked again until it answers', async () => {
    const { ports } = open('unreachable');
    expect(
      await screen.findByText(
        /^The server cannot be reached since .+ This page goes on by itself as soon as it is back\.$/,
      ),
    ).toBeTruthy();
    ports.server.handlers.me = () => ok(mira);
    act(() => ports.clock.advance(1000));
    expect(await console()).toBeTruthy();
  });
});

describe('what an administrator changes of whoever is signed in', () => {
  const wharf = { id: 'wharf', name: 'Wharf' };

  async function openOnSnapshot(calls: readonly Call[] = []) {
    const opened = open('signedIn');
    await console();
    const { server, clock } = opened.ports;
    const tell = () =>
      act(async () => {
        server.say(snapshotOf(calls, clock.now()));
        server.become({ state: 'open', since: 0 });
      });
    await tell();
    return { ...opened, tell, timesAsked: () => server.asked.filter(({ name }) => name === 'me').length };
  }

  test('is there at once, without a reload', async () => {
    const { ports, tell, timesAsked } = await openOnSnapshot();
    expect(timesAsked()).toBe(1);
    ports.server.handlers.me = () =>
      ok({ ...mira, user: { ...mira.user, name: 'Mira Novak', role: 'administrator' }, queues: [wharf] });
    await tell();
    expect(await screen.findByText(/You are available on Wharf\./)).toBeTruthy();
    expect(screen.getByText('Mira Novak')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Admin' })).toBeTruthy();
    expect(timesAsked()).toBe(2);
  });

  test('decides which of the waiting calls can be taken beside the one that is on', async () => {
    const waiting = happened({ id: 'w', at: 1, caller: { name: 'Chiara Bellini' }, queue: wharf });
    const { ports, tell } = await openOnSnapshot([talking, waiting]);
    expect(screen.queryByRole('button', { name: 'Answer Chiara Bellini' })).toBeNull();
    ports.server.handlers.me = () => ok({ ...mira, queues: [wharf] });
    await tell();
    expect(await screen.findByRole('button', { name: 'Answer Chiara Bellini' })).toBeTruthy();
  });

  test('stays as it was while the server does not say, and for whoever is at another desk', async () => {
    const { ports, tell } = await openOnSnapshot();
    ports.server.handlers.me = () => fail({ code: 'databaseUnavailable' });
    await tell();
    ports.server.handlers.me = () => ok({ ...mira, console: { ...mira.console, id: 'another' }, queues: [wharf] });
    await tell();
    expect(screen.getByText(/You are available on Main number, Sales and Service\./)).toBeTruthy();
  });
});

describe('the end of a session', () => {
  test('in mid-call leaves the call going on behind the sign-in, and it is there again after it', async () => {
    const { ports, user } = open('signedIn');
    await console();
    act(() => {
      ports.server.say(snapshotOf([talking], ports.clock.now()));
      ports.server.become({ state: 'open', since: 0 });
    });
    await screen.findByRole('article', { name: /^On call with Henrik Aas/ });
    act(() => ports.server.become({ state: 'signedOut', since: 0 }));
    expect(await screen.findByText('Your sign-in has ended. Sign in again to go on where you were.')).toBeTruthy();
    expect(screen.queryByRole('article')).toBeNull();
    expect(ports.phone.isClosed).toBe(false);
    expect(screen.getByLabelText('E-mail or extension')).toHaveProperty('value', mira.user.email);
    await signIn(user);
    expect(await screen.findByRole('article', { name: /^On call with Henrik Aas/ })).toBeTruthy();
    expect(ports.server.refreshes).toBe(1);
  });

  test('a command that finds the session gone leads to the sign-in as well', async () => {
    const { ports, user } = open('signedIn');
    await console();
    act(() => {
      ports.server.say(snapshotOf([talking], ports.clock.now()));
      ports.server.become({ state: 'open', since: 0 });
    });
    ports.server.handlers.hangUp = () => fail({ code: 'signedOut' });
    await user.click(await screen.findByRole('button', { name: 'Hang up Henrik Aas' }));
    expect(await screen.findByText('Your sign-in has ended. Sign in again to go on where you were.')).toBeTruthy();
  });

  test('signing out lets go of the telephone and the microphone', async () => {
    const { ports, user } = open('signedIn');
    await console();
    await user.click(await screen.findByText('Sign out of this browser'));
    await screen.findByLabelText('Password');
    expect(ports.server.asked.some(({ name }) => name === 'signOut')).toBe(true);
    expect(ports.microphone.state()).toEqual({ state: 'closed' });
    expect(ports.phone.isClosed).toBe(true);
  });

  test('nobody signs out in mid-call by mistake', async () => {
    const { ports, user } = open('signedIn');
    await console();
    act(() => ports.server.say(snapshotOf([talking], ports.clock.now())));
    await user.click(await screen.findByText('Sign out of this browser'));
    expect(ports.server.asked.some(({ name }) => name === 'signOut')).toBe(false);
  });
});
