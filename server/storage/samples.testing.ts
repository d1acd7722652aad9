import { randomBytes } from 'node:crypto';
import type { Agent, Call } from '../../shared/call/call.ts';
import type { CallEvent, CallEventOf } from '../../shared/call/call-event.ts';
import { transition } from '../../shared/call/transition.ts';
import type { Result } from '../../shared/result.ts';
import type { NewUser, Queue, Session, StoredCall } from '../ports/stores.ts';
import { quietRules } from '../../shared/protocol/quiet-rules.testing.ts';

/** What the storage tests are made of. */
export const newId = (): string => randomBytes(16).toString('hex');

export function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`expected a value, got the failure ${JSON.stringify(result.error)}`);
  return result.value;
}

export const agent: Agent = { userId: 'u'.repeat(32), name: 'Mira Petrović', consoleId: 'c'.repeat(32) };

export const arrived = (id: string, at = 1_000): CallEventOf<'arrived'> => ({
  type: 'arrived',
  at,
  id,
  direction: 'inbound',
  caller: { number: '+4722334455', name: 'Sigrid Ås', withheld: false, divertedFrom: null },
  dialled: '5550100',
  queue: { id: 'main', name: 'Main number' },
});

/** The call after one more event, as its store wants it. */
export function after(before: StoredCall | undefined, event: CallEvent): StoredCall {
  const next = transition(before?.call, event);
  if (!next.ok) throw new Error(`illegal: ${JSON.stringify(next.illegal)}`);
  return { call: next.call, version: (before?.version ?? 0) + 1 };
}

export const noted = (at: number, note: string): CallEvent => ({ type: 'noted', at, note });
export const ended = (at: number): CallEvent => ({ type: 'ended', at, reason: 'callerHungUp' });

export const ids = (calls: readonly Call[]): readonly string[] => calls.map(({ id }) => id);

let extension = 2_000;

export function newUser(changes: Partial<NewUser> = {}): NewUser {
  const id = newId();
  extension += 1;
  return {
    id,
    email: `${id}@nordkap.example`,
    extension: String(extension),
    name: 'Mira Petrović',
    role: 'receptionist',
    passwordHash: '$argon2id$…',
    ...changes,
  };
}

export const newSession = (userId: string, changes: Partial<Session> = {}): Session => ({
  id: newId(),
  userId,
  consoleId: newId(),
  createdAt: 1_000,
  expiresAt: 2_000,
  userAgent: 'Firefox',
  ...changes,
});

export const newQueue = (name: string, changes: Partial<Queue> = {}): Queue => ({
  id: newId(),
  name,
  answerWithinSeconds: 30,
  openingHours: null,
  exceptions: [],
  timeZone: 'UTC',
  ...quietRules,
  ...changes,
});
