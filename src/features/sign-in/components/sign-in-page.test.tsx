import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../../shared/result.ts';
import { FakeClock } from '../../../drivers/fake/fake-clock.ts';
import { FakeServer } from '../../../drivers/fake/fake-server.ts';
import { mira } from '../../../drivers/fake/stage.ts';
import { createSessionStore } from '../model/session-store.ts';
import { SignInPage } from './sign-in-page.tsx';

const ana = { name: 'Ana Lindqvist', login: 'ana', password: 'demo', role: 'receptionist' } as const;

async function open(options: { readonly demo?: boolean; readonly phoneSystem?: 'working' | 'down' } = {}) {
  const server = new FakeServer({
    welcome: () =>
      ok({
        organisation: 'Nordkap',
        phoneSystem: options.phoneSystem ?? 'working',
        demoSignIns: options.demo === true ? [ana] : [],
      }),
    signIn: () => ok(mira),
  });
  const session = createSessionStore(server, new FakeClock());
  render(<SignInPage server={server} session={session} notice={null} lastLogin="" />);
  await screen.findByText('Nordkap, reception');
  const asked = () => server.asked.filter(({ name }) => name === 'signIn').map(({ request }) => request);
  return { server, session, asked, user: userEvent.setup() };
}

const login = () => screen.getByLabelText('E-mail or extension');
const password = () => screen.getByLabelText('Password');
const valueOf = (element: HTMLElement) => (element instanceof HTMLInputElement ? element.value : null);

describe('signing in', () => {
  test('takes a login and a password, and keeps the desk signed in unless told otherwise', async () => {
    const { asked, session, user } = await open();
    await user.type(login(), '  204 ');
    await user.type(password(), 'correct horse{Enter}');
    expect(asked()).toEqual([{ body: { login: '204', password: 'correct horse', remember: true } }]);
    expect(session.store.getState()).toEqual({ state: 'signedIn', me: mira });
    await user.click(screen.getByLabelText('Keep me signed in on this desk for 12 hours'));
    await user.type(password(), '{Enter}');
    expect(asked().at(-1)).toMatchObject({ body: { remember: false } });
  });

  test('a wrong password keeps the login, says so, and has the focus', async () => {
    const { server, user } = await open();
    server.handlers.signIn = () => fail({ code: 'wrongPassword' });
    await user.type(login(), 'mira');
    await user.type(password(), 'wrong');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByText('That e-mail or extension and password do not belong together.').getAttribute('role')).toBe(
      'alert',
    );
    expect(valueOf(login())).toBe('mira');
    expect(document.activeElement).toBe(password());
    expect(password().getAttribute('aria-invalid')).toBe('true');
  });

  test.each([
    ['login', '', 'x', 'Enter your e-mail or extension.', login],
    ['password', 'mira', '', 'Enter your password.', password],
  ])('a missing %s is asked for without asking the server', async (_, name, secret, sentence, field) => {
    const { asked, user } = await open();
    if (name !== '') await user.type(login(), name);
    if (secret !== '') await user.type(password(), secret);
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(document.activeElement).toBe(field());
    expect(asked()).toEqual([]);
  });

  test('a double click signs in once', async () => {
    const { server, asked, user } = await open();
    server.handlers.signIn = () => new Promise(() => undefined);
    await user.type(login(), 'mira');
    await user.type(password(), 'x');
    await user.dblClick(screen.getByRole('button', { name: 'Sign in' }));
    expect(asked()).toHaveLength(1);
  });

  test('the password can be shown', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Show password' }));
    expect(password().getAttribute('type')).toBe('text');
    await user.click(screen.getByRole('button', { name: 'Hide password' }));
    expect(password().getAttribute('type')).toBe('password');
  });
});

describe('what else the page says', () => {
  test('in a demonstration everybody is one click away', async () => {
    const { asked, user } = await open({ demo: true });
    await user.click(screen.getByRole('button', { name: 'Sign in as Ana Lindqvist, Receptionist' }));
    expect(asked()).toEqual([{ body: { login: 'ana', password: 'demo', remember: false } }]);
  });

  test('otherwise nothing of the kind is there', async () => {
    await open();
    expect(screen.queryByText('Try it with one click')).toBeNull();
  });

  test('whether calls can come in', async () => {
    await open({ phoneSystem: 'down' });
    expect(screen.getByText('Not answering')).toBeTruthy();
  });
});
