import type { LastSeen, Session, SessionStore, User } from '../../ports/stores.ts';
import { answer, type KeptSession, type MemoryState, mustHave } from './memory-state.ts';

function find(state: MemoryState, hash: string, now: number): { session: Session; user: User } | null {
  const kept = [...state.sessions.values()].find(({ tokenHash }) => tokenHash === hash);
  const user = kept && state.users.get(kept.session.userId)?.user;
  if (!kept || kept.ended || kept.session.expiresAt <= now || !user || user.disabled) return null;
  return { session: kept.session, user };
}

function create(state: MemoryState, session: Session, tokenHash: string): void {
  mustHave(state, 'users', session.userId);
  if (state.sessions.has(session.id)) throw new Error(`The session id ${session.id} is in use.`);
  state.sessions.set(session.id, { session, tokenHash, lastSeenAt: session.createdAt, ended: false });
}

function endThose(state: MemoryState, which: (kept: KeptSession) => boolean): readonly Session[] {
  const open = [...state.sessions.values()].filter((kept) => !kept.ended && which(kept));
  for (const kept of open) state.sessions.set(kept.session.id, { ...kept, ended: true });
  return open.map(({ session }) => session);
}

function touch(state: MemoryState, sessionId: string, at: number): void {
  const kept = state.sessions.get(sessionId);
  if (kept) state.sessions.set(sessionId, { ...kept, lastSeenAt: at });
}

function lastSeen(state: MemoryState, now: number): ReadonlyMap<string, LastSeen> {
  const seen = new Map<string, LastSeen>();
  for (const { session, lastSeenAt, ended } of state.sessions.values()) {
    const before = seen.get(session.userId);
    const isOpen = !ended && session.expiresAt > now;
    const at = Math.max(lastSeenAt, before?.at ?? 0);
    seen.set(session.userId, { at, signedIn: isOpen || before?.signedIn === true });
  }
  return seen;
}

export function memorySessions(state: MemoryState): SessionStore {
  return {
    create: (session, tokenHash) => answer(state, () => create(state, session, tokenHash)),
    findByTokenHash: (tokenHash, now) => answer(state, () => find(state, tokenHash, now)),
    touch: (sessionId, at) => answer(state, () => touch(state, sessionId, at)),
    lastSeen: (now) => answer(state, () => lastSeen(state, now)),
    end: (sessionId) => answer(state, () => endThose(state, ({ session }) => session.id === sessionId)),
    endAllOf: (userId) => answer(state, () => endThose(state, ({ session }) => session.userId === userId)),
    sweep: (now) => answer(state, () => endThose(state, ({ session }) => session.expiresAt <= now)),
  };
}
