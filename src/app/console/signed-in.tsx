import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Me } from '../../../shared/protocol/accounts.ts';
import { errorTable } from '../../../shared/protocol/errors.ts';
import type { DeskStore } from '../../features/desk/model/desk-store.ts';
import type { SessionStore } from '../../features/sign-in/model/session-store.ts';
import { failureSentence } from '../../lib/failure-sentence.ts';
import { loadNumberFormat } from '../../lib/load-number-format.ts';
import { loadReadNumber } from '../../lib/load-read-number.ts';
import type { Ports } from '../../ports/ports.ts';
import { watchSession } from '../watch-session.ts';
import { ConsoleModel } from './console-model.ts';
import { Console } from './console.tsx';

export type SignedInProps = {
  readonly ports: Ports;
  readonly session: SessionStore;
  readonly me: Me;
  /** The session has ended; the console goes on behind the sign-in, so that nobody on the line is cut off. */
  readonly isExpired: boolean;
};

/** The console of the person who is signed in, from their signing in to their signing out. */
export function SignedIn({ ports, session, me, isExpired }: SignedInProps) {
  const watched = useMemo(() => ({ ...ports, server: watchSession(ports.server, session.expire) }), [ports, session]);
  const [model] = useState(
    () =>
      new ConsoleModel({
        ports: watched,
        me,
        loadNumberFormat,
        loadReadNumber,
        onSignedOut: session.expire,
        onToldAnew: () => void session.refresh(),
      }),
  );
  const [hasStarted, setHasStarted] = useState(false);
  useLayoutEffect(() => {
    const callOff = onceClaimed(model.desk, () => setHasStarted(true));
    model.start();
    return () => {
      callOff();
      void model.stop();
    };
  }, [model]);

  useEffect(() => model.become(me), [model, me]);

  const wasExpired = useRef(isExpired);
  useEffect(() => {
    if (wasExpired.current && !isExpired) model.resume();
    wasExpired.current = isExpired;
  }, [model, isExpired]);

  const signOut = async (where: 'here' | 'everywhere'): Promise<string | null> => {
    const done = await session.signOut(where);
    return done.ok ? null : failureSentence(done.error.code, errorTable);
  };
  // Drawn after the server has been asked for everything, and the telephone connects, so that both go on meanwhile.
  return hasStarted ? <Console model={model} ports={watched} me={me} signOut={signOut} /> : null;
}

/** A browser that does not say at once which window has the telephone does not keep anybody from their calls. */
const claimMs = 50;

/**
 * Calls the task when it is known which window has the telephone, and it has begun to connect if that is this one. Answers
 * the way to call it off.
 */
function onceClaimed({ store }: DeskStore, task: () => void): () => void {
  let timer = setTimeout(task, claimMs);
  const stop = store.subscribe(({ holder }) => {
    if (holder === 'claiming') return;
    stop();
    clearTimeout(timer);
    // Not at once: what is to be done about it is done first.
    timer = setTimeout(task);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
