import type { GreetingKind } from '../ports/greetings.ts';

/** A caller who leaves a message, as this server looks after them. Changed only in the call's order. */
export type RunningVoicemail = {
  readonly greeting: GreetingKind;
  /** Which message of this call it is: whoever was taken back from one may leave another. */
  readonly turn: number;
  phase: 'greeting' | 'recording' | 'goodbye';
  /** What is being played; ends of other playbacks are no news. */
  playbackId: string | null;
  /** When the caller could begin to speak (ms since the epoch). */
  startedAt: number;
  /** What they said is kept. */
  kept: boolean;
};

/** The name of a message at the PBX; made from the call, so that it is found again after a restart. */
export const messageIdOf = (callId: string, turn: number): string => `message-${callId}-${turn}`;

const messageShape = /^message-([0-9a-f]{32})-(\d{1,3})$/;

/** Which message that name is of; null for what is none. */
export function readMessageId(name: string): { readonly callId: string; readonly turn: number } | null {
  const [, callId, turn] = messageShape.exec(name) ?? [];
  return callId === undefined ? null : { callId, turn: Number(turn) };
}

/** The id of a message in the catalogue: for each turn of a call its own, and always the same, so that keeping it twice is once. */
export const keptIdOf = (callId: string, turn: number): string => callId.slice(turn) + callId.slice(0, turn);
