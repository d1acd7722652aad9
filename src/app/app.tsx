import { useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import { SignInPage } from '../features/sign-in/components/sign-in-page.tsx';
import type { Session, SessionStore } from '../features/sign-in/model/session-store.ts';
import { fill } from '../lib/strings/fill.ts';
import { strings } from '../lib/strings/strings.ts';
import { timeOfDay } from '../lib/time-of-day.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ports } from '../ports/ports.ts';

type ConsoleModule = typeof import('./console/signed-in.tsx');

/** A chunk that did not come because the network was away is asked for again. */
const loadAgainMs = 1000;

type AppProps = { readonly ports: Ports; readonly session: SessionStore };

/**
 * Two pages: signing in, and the console. The address does not change between them, so whoever had to sign in again is
 * back where they were; a session that ends in mid-call leaves the console running behind the sign-in.
 */
export function App({ ports, session }: AppProps) {
  const state = useStore(session.store);
  const Loaded = useConsoleModule(ports.clock);
  // Before the browser draws the empty page, which nobody waits for.
  useLayoutEffect(() => {
    void session.check();
  }, [session]);
  const me = 'me' in state ? state.me : null;
  const isSignInShown = state.state === 'signedOut' || state.state === 'expired' || state.state === 'unreachable';
  return (
    <>
      {me && (
        <div className="signed-in" hidden={state.state === 'expired'}>
          {Loaded ? (
            <Loaded.SignedIn
              key={me.console.id}
              ports={ports}
              session={session}
              me={me}
              isExpired={state.state === 'expired'}
            />
          ) : (
            <output className="sr">{strings.loading}</output>
          )}
        </div>
      )}
      {isSignInShown && (
        <SignInPage
          server={ports.server}
          session={session}
          notice={noticeOf(state)}
          lastLogin={me === null ? '' : me.user.email}
        />
      )}
    </>
  );
}

/**
 * The console, fetched while the server is asked who is signed in, or while somebody types their password. Not with
 * `lazy`: React holds back for 300 ms what comes after a fallback, and a desk is to be ready sooner than that.
 */
function useConsoleModule(clock: Clock): ConsoleModule | null {
  const [loaded, setLoaded] = useState<ConsoleModule | null>(null);
  useLayoutEffect(() => {
    let cancel = (): void => undefined;
    let isShown = true;
    const load = (): void => {
      void import('./console/signed-in.tsx').then(
        (module) => isShown && setLoaded(module),
        () => isShown && (cancel = clock.after(loadAgainMs, load)),
      );
    };
    load();
    return () => {
      isShown = false;
      cancel();
    };
  }, [clock]);
  return loaded;
}

function noticeOf(session: Session): string | null {
  switch (session.state) {
    case 'expired':
      return strings.signIn.expired;
    case 'unreachable':
      return fill(strings.signIn.unreachable, { time: timeOfDay(session.since) });
    case 'signedOut':
      return session.everywhere ? strings.signIn.signedOutEverywhere : null;
    case 'checking':
    case 'signedIn':
      return null;
    default:
      return session satisfies never;
  }
}
