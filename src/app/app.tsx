import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { SignInPage } from '../features/sign-in/components/sign-in-page.tsx';
import type { Session, SessionStore } from '../features/sign-in/model/session-store.ts';
import { strings } from '../lib/strings/strings.ts';
import type { Ports } from '../ports/ports.ts';

const loadSignedIn = () => import('./console/signed-in.tsx');
const SignedIn = lazy(async () => ({ default: (await loadSignedIn()).SignedIn }));

type AppProps = { readonly ports: Ports; readonly session: SessionStore };

/**
 * Two pages: signing in, and the console. The address does not change between them, so whoever had to sign in again is
 * back where they were; a session that ends in mid-call leaves the console running behind the sign-in.
 */
export function App({ ports, session }: AppProps) {
  const state = useStore(session.store);
  useEffect(() => {
    void session.check();
  }, [session]);
  useEffect(() => {
    // While somebody types their password there is time to fetch what comes next.
    if (state.state === 'signedOut') void loadSignedIn();
  }, [state]);
  const me = 'me' in state ? state.me : null;
  const isSignInShown = state.state === 'signedOut' || state.state === 'expired' || state.state === 'unreachable';
  return (
    <>
      {me && (
        <div className="signed-in" hidden={state.state === 'expired'}>
          <Suspense fallback={<output className="sr">{strings.loading}</output>}>
            <SignedIn
              key={me.console.id}
              ports={ports}
              session={session}
              me={me}
              isExpired={state.state === 'expired'}
            />
          </Suspense>
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

function noticeOf(session: Session): string | null {
  switch (session.state) {
    case 'expired':
      return strings.signIn.expired;
    case 'unreachable':
      return strings.failures.unreachable;
    case 'signedOut':
      return session.everywhere ? strings.signIn.signedOutEverywhere : null;
    case 'checking':
    case 'signedIn':
      return null;
    default:
      return session satisfies never;
  }
}
