import { z } from 'zod';
import type { ErrorCode } from './errors.ts';

/** One HTTP operation: what it takes, what it answers, and which errors beside the general ones it may give. */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: `/api/v1/${string}`;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** `z.null()`: 204 without a body. */
  readonly answer: z.ZodType;
  readonly status: 200 | 201 | 202 | 204;
  /** Answers also with a part, and 206, when a `Range` header asks for one. */
  readonly partial?: true;
  /** Where the answer is sound: its media types; WAV unless said. */
  readonly soundTypes?: readonly [string, ...string[]];
  readonly errors: readonly ErrorCode[];
};

/** Keeps the exact type of what it is given. */
export const operation = <Op extends Operation>(op: Op): Op => op;

/** Answered by the bytes of a sound file instead of JSON. */
export const sound = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array)
  .meta({ id: 'Sound', type: 'string', format: 'binary' });

/** Answered without a body. */
export const nothing = z.null();
