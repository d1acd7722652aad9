import { describe, expect, it } from 'vitest';
import { createMemoryDatabase } from '../storage/memory/memory-database.ts';
import { must, newId, newUser } from '../storage/samples.testing.ts';
import { createVirtualClock } from '../telephony/fake/virtual-clock.ts';
import { createAccounts } from './sign-in.ts';

async function openSignIn() {
  const { stores, setAvailable } = createMemoryDatabase();
  let verified = 0;
  const verify = async (hash: string, password: string): Promise<boolean> => {
    verified += 1;
    return hash === `hashed ${password}`;
  };
  const passwords = {
    hash: async (password: string) => `hashed ${password}`,
    verify,
    verifyNothing: async (): Promise<false> => {
      verified += 1;
      return false;
    },
  };
  const clock = createVirtualClock();
  const ids = { next: newId, secret: newId };
  const accounts = createAccounts({ ...stores, passwords, clock, ids, onEnded: () => {} });
  must(await stores.users.create(newUser({ email: 'ana@nordkap.example', passwordHash: 'hashed right' }), 1));
  const signIn = async (password: string, login = 'ana@nordkap.example', address = '192.0.2.7'): Promise<string> => {
    const answer = await accounts.signIn({ login, password, address, userAgent: 'test' });
    return answer.ok ? 'signed in' : answer.error;
  };
  return { signIn, setAvailable, clock, verified: () => verified };
}

const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('guesses that are sent all at once', () => {
  it('are looked at five times for one login, and for that minute no more', async () => {
    const { signIn, verified, clock } = await openSignIn();
    const answers = await Promise.all(times(20, () => signIn('guess')));
    expect(verified()).toBe(5);
    expect(answers.filter((answer) => answer === 'tooManyAttempts')).toHaveLength(15);
    expect(await signIn('right')).toBe('tooManyAttempts');
    clock.advance(60_001);
    expect(await signIn('right')).toBe('signed in');
  });

  it('are looked at thirty times from one address, whomever they are for', async () => {
    const { signIn, verified } = await openSignIn();
    await Promise.all(times(50, (index) => signIn('guess', `nobody-${index}@nordkap.example`)));
    expect(verified()).toBe(30);
    expect(await signIn('right')).toBe('tooManyAttempts');
    expect(await signIn('right', 'ana@nordkap.example', '192.0.2.8')).toBe('signed in');
  });
});

describe('what is no wrong password does not stay counted', () => {
  it('a right one, however often from one address', async () => {
    const { signIn } = await openSignIn();
    for (const _ of times(40, String)) expect(await signIn('right')).toBe('signed in');
    for (const _ of times(4, String)) await signIn('guess');
    expect(await signIn('right')).toBe('signed in');
  });

  it('a right one among failures takes nothing from what the address has failed', async () => {
    const { signIn } = await openSignIn();
    for (const index of times(29, (index) => index)) await signIn('guess', `nobody-${index}@nordkap.example`);
    expect(await signIn('right')).toBe('signed in');
    expect(await signIn('guess')).toBe('wrongPassword');
    expect(await signIn('right')).toBe('tooManyAttempts');
  });

  it('one that could not be looked at, for want of the database', async () => {
    const { signIn, setAvailable } = await openSignIn();
    setAvailable(false);
    for (const _ of times(40, String)) expect(await signIn('right')).toBe('databaseUnavailable');
    setAvailable(true);
    expect(await signIn('right')).toBe('signed in');
  });
});
