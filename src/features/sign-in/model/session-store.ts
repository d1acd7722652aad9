import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Me } from '../../../../shared/protocol/accounts.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ApiFailure, ApiRequest, ServerLink } from '../../../ports/server-link.ts';

/**
 * Whether somebody is signed in here. `expired`: somebody was, and the page waits behind the sign-in for them to come
 * back to it, calls and all.
 */
export type Session =
  | { readonly state: 'checking' }
  /** `since`: the first question that was not answered; this computer's clock, ms since the epoch. */
  | { readonly state: 'unreachable'; readonly since: number }
  | { readonly state: 'signedOut'; readonly everywhere: boolean }
  | { readonly state: 'signedIn'; readonly me: Me }
  | { readonly state: 'expired'; readonly me: Me };

export type SessionStore = {
  readonly store: StoreApi<Session>;
  /** Asks the server who is signed in, until it answers. */
  readonly check: () => Promise<void>;
  /** An administrator may have changed who is signed in here: asks once. */
  readonly refresh: () => Promise<void>;
  readonly signIn: (form: ApiRequest<'signIn'>['body']) => Promise<Result<void, ApiFailure>>;
  readonly signOut: (where: 'here' | 'everywhere') => Promise<Result<void, ApiFailure>>;
  /** The server does not know the session any more. */
  readonly expire: () => void;
};

const askAgainMs = 1000;

export function createSessionStore(server: Pick<ServerLink, 'call'>, clock: Clock): SessionStore {
  const store = createStore<Session>(() => ({ state: 'checking' }));
  const check = async (): Promise<void> => {
    const me = await server.call('me', {});
    if (me.ok) return store.setState({ state: 'signedIn', me: me.value }, true);
    if (me.error.code === 'signedOut') return store.setState({ state: 'signedOut', everywhere: false }, true);
    const before = store.getState();
    const since = before.state === 'unreachable' ? before.since : clock.now();
    store.setState({ state: 'unreachable', since }, true);
    clock.after(askAgainMs, () => void check());
  };
  return {
    store,
    check,
    refresh: () => refresh(server, store),
    signIn: async (form) => {
      const me = await server.call('signIn', { body: form });
      if (me.ok) store.setState({ state: 'signedIn', me: me.value }, true);
      return me.ok ? ok() : me;
    },
    signOut: async (where) => {
      const done = await server.call(where === 'here' ? 'signOut' : 'signOutEverywhere', {});
      // Whoever is not signed in any more has got what they asked for.
      if (!done.ok && done.error.code !== 'signedOut') return done;
      store.setState({ state: 'signedOut', everywhere: where === 'everywhere' }, true);
      return ok();
    },
    expire: () => {
      const session = store.getState();
      if (session.state === 'signedIn') store.setState({ state: 'expired', me: session.me }, true);
    },
  };
}

async function refresh(server: Pick<ServerLink, 'call'>, store: StoreApi<Session>): Promise<void> {
  const me = await server.call('me', {});
  const session = store.getState();
  // Without an answer it stays as it is, and whoever signed out or in meanwhile knows better.
  const isSame = session.state === 'signedIn' && me.ok && session.me.console.id === me.value.console.id;
  if (isSame) store.setState({ state: 'signedIn', me: me.value }, true);
}
