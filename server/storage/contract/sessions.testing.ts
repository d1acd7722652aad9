import { describe, expect, it } from 'vitest';
import type { Session, Stores } from '../../ports/stores.ts';
import { must, newId, newSession, newUser } from '../samples.testing.ts';
import { eachTest, type OpenSubject } from './subject.testing.ts';

/** A session of a new user, under its own id as the token's hash. */
async function signIn(stores: Stores, userId?: string, changes: Partial<Session> = {}): Promise<Session> {
  const owner = userId ?? must(await stores.users.create(newUser(), 1)).id;
  const session = newSession(owner, changes);
  must(await stores.sessions.create(session, session.id));
  return session;
}

const byId = (sessions: readonly Session[]): readonly string[] => sessions.map(({ id }) => id).sort();

export function sessionStoreContract(open: OpenSubject): void {
  describe('sessions', () => {
    const { stores, reopened } = eachTest(open);

    it('finds a session and its user by the token hash', async () => {
      const session = await signIn(stores());
      const user = must(await stores().users.find(session.userId));
      expect(must(await stores().sessions.findByTokenHash(session.id, 1_500))).toEqual({ session, user });
      expect(must(await stores().sessions.findByTokenHash(newId(), 1_500))).toBeNull();
      const again = (await reopened()).stores;
      expect(must(await again.sessions.findByTokenHash(session.id, 1_500))).toEqual({ session, user });
    });

    it('does not find one that has expired', async () => {
      const session = await signIn(stores());
      expect(must(await stores().sessions.findByTokenHash(session.id, 1_999))).not.toBeNull();
      expect(must(await stores().sessions.findByTokenHash(session.id, 2_000))).toBeNull();
    });

    it('does not find one of a disabled user, until the user is enabled again', async () => {
      const session = await signIn(stores());
      must(await stores().users.update(session.userId, { disabled: true }));
      expect(must(await stores().sessions.findByTokenHash(session.id, 1_500))).toBeNull();
      must(await stores().users.update(session.userId, { disabled: false }));
      expect(must(await stores().sessions.findByTokenHash(session.id, 1_500))).not.toBeNull();
    });

    it('ends one, once', async () => {
      const session = await signIn(stores());
      const other = await signIn(stores(), session.userId);
      expect(must(await stores().sessions.end(session.id, 1_500))).toEqual([session]);
      expect(must(await stores().sessions.end(session.id, 1_501))).toEqual([]);
      expect(must(await stores().sessions.end(newId(), 1_501))).toEqual([]);
      expect(must(await stores().sessions.findByTokenHash(session.id, 1_500))).toBeNull();
      expect(must(await stores().sessions.findByTokenHash(other.id, 1_500))).not.toBeNull();
    });

    it('ends all of a user, and nobody else’s', async () => {
      const first = await signIn(stores());
      const second = await signIn(stores(), first.userId);
      const foreign = await signIn(stores());
      const over = await signIn(stores(), first.userId);
      must(await stores().sessions.end(over.id, 1_400));
      expect(byId(must(await stores().sessions.endAllOf(first.userId, 1_500)))).toEqual(byId([first, second]));
      expect(must(await stores().sessions.endAllOf(first.userId, 1_501))).toEqual([]);
      expect(must(await stores().sessions.findByTokenHash(foreign.id, 1_500))).not.toBeNull();
    });

    it('sweeps what has expired, once', async () => {
      const old = await signIn(stores());
      const young = await signIn(stores(), old.userId, { expiresAt: 3_000 });
      expect(must(await stores().sessions.sweep(1_999))).toEqual([]);
      expect(must(await stores().sessions.sweep(2_000))).toEqual([old]);
      expect(must(await stores().sessions.sweep(2_000))).toEqual([]);
      expect(must(await stores().sessions.findByTokenHash(young.id, 2_000))).not.toBeNull();
    });

    it('takes note of use, and of the same console signing in again', async () => {
      const session = await signIn(stores());
      must(await stores().sessions.touch(session.id, 1_600));
      must(await stores().sessions.touch(newId(), 1_600));
      const again = await signIn(stores(), undefined, { consoleId: session.consoleId });
      expect(must(await stores().sessions.findByTokenHash(again.id, 1_600))?.session).toEqual(again);
    });

    it('knows when somebody was last seen, and whether they are signed in', async () => {
      const { sessions } = stores();
      const first = await signIn(stores());
      const second = await signIn(stores(), first.userId, { createdAt: 1_200 });
      const other = await signIn(stores(), undefined, { expiresAt: 1_700 });
      must(await sessions.touch(first.id, 1_600));
      const seen = must(await sessions.lastSeen(1_700));
      expect(seen.get(first.userId)).toEqual({ at: 1_600, signedIn: true });
      expect(seen.get(other.userId)).toEqual({ at: 1_000, signedIn: false });
      must(await sessions.end(first.id, 1_700));
      expect(must(await sessions.lastSeen(1_700)).get(first.userId)).toEqual({ at: 1_600, signedIn: true });
      must(await sessions.end(second.id, 1_700));
      expect(must(await sessions.lastSeen(1_700)).get(first.userId)).toEqual({ at: 1_600, signedIn: false });
    });

    it('takes no session of a user who does not exist', async () => {
      const session = newSession(newId());
      await expect(stores().sessions.create(session, session.id)).rejects.toThrow();
      expect(must(await stores().sessions.findByTokenHash(session.id, 1_500))).toBeNull();
    });
  });
}
