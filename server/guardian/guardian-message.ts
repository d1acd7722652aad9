import type { JsonObject } from './json-lines.ts';

/** Owner to guardian. `claim` comes first on every connection: the newest one to claim owns the child. */
export type OwnerMessage = { readonly type: 'claim'; readonly fingerprint: string } | { readonly type: 'stop' };

/** Guardian to owner. `startedAt` is in epoch milliseconds. */
export type GuardianMessage =
  | { readonly type: 'hello'; readonly guardianPid: number; readonly pid: number; readonly startedAt: number }
  /**
   * The child is being stopped, because other arguments were claimed or nobody came within the grace: it is nobody's any more,
   * and the connection closes when it has ended.
   */
  | { readonly type: 'ending' }
  | { readonly type: 'failed'; readonly reason: string }
  | { readonly type: 'exited'; readonly code: number | null; readonly signal: string | null }
  | { readonly type: 'replaced' };

export function parseOwnerMessage(message: JsonObject): OwnerMessage | undefined {
  const { type, fingerprint } = message;
  if (type === 'stop') return { type };
  return type === 'claim' && typeof fingerprint === 'string' ? { type, fingerprint } : undefined;
}

export function parseGuardianMessage(message: JsonObject): GuardianMessage | undefined {
  const { type, guardianPid, pid, startedAt, reason, code, signal } = message;
  if (type === 'ending' || type === 'replaced') return { type };
  if (type === 'failed' && typeof reason === 'string') return { type, reason };
  if (type === 'exited') {
    return { type, code: typeof code === 'number' ? code : null, signal: typeof signal === 'string' ? signal : null };
  }
  if (type !== 'hello' || typeof guardianPid !== 'number' || typeof pid !== 'number') return undefined;
  return typeof startedAt === 'number' ? { type, guardianPid, pid, startedAt } : undefined;
}
