import type { Agent, Caller, QueueRef } from '../call/call.ts';
import type { ReplyResult } from './result.ts';

/** What a receptionist had said to a caller, and what came of it. Times are milliseconds since the epoch. */
export type Reply = {
  readonly id: string;
  /** Counts its changes: of two that name the same reply, the higher one is right. */
  readonly version: number;
  readonly callId: string;
  readonly queue: QueueRef | null;
  readonly caller: Pick<Caller, 'number' | 'name' | 'withheld'>;
  readonly by: Person;
  readonly sentAt: number;
  /** The words the caller hears. */
  readonly text: string;
  /** BCP 47, of the menu and the message. */
  readonly language: string;
  /** The id of the voice that speaks. */
  readonly voice: string;
  /** True when the voice that was asked for could not speak, not all of it at least, and the usual one does. */
  readonly fellBack: boolean;
  /** How long the message is; null while its last sentences are still being spoken. */
  readonly messageMs: number | null;
  /** What the caller did; null while they are in the menu. */
  readonly answer: ReplyAnswer | null;
  readonly result: ReplyResult | null;
  /** When the caller answered, or left. */
  readonly answeredAt: number | null;
  readonly voicemail: { readonly id: string; readonly lengthMs: number } | null;
  /** When whoever replied said that they would call back; left out where they named no time. */
  readonly promisedAt?: number | undefined;
  /** Set where a yes asks nothing of us: the caller is to call again, or somebody is on their way. */
  readonly asksNothing?: boolean | undefined;
  /** Null while somebody should still look at it. */
  readonly handled: { readonly at: number; readonly by: Person } | null;
};

/** `none`: they left, or were silent, without an answer. */
export type ReplyAnswer = 'yes' | 'no' | 'urgent' | 'voicemail' | 'none';

type Person = Pick<Agent, 'userId' | 'name'>;
