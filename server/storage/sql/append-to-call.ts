import type { Pool } from 'pg';
import { z } from 'zod';
import { appendToCall, findAppended } from './append-statements.ts';
import { isUndecided } from './pg-failure.ts';

/** `snapshot` and `body` are JSON text; `version` is the call's after this event. */
export type CallAppend = {
  readonly id: string;
  readonly version: number;
  readonly snapshot: string;
  readonly at: number;
  readonly body: string;
};

const rowSchema = z.object({ sequence: z.coerce.number().int() });

async function sequenceOf(
  pool: Pool,
  statement: typeof appendToCall,
  values: readonly unknown[],
): Promise<number | undefined> {
  const { rows } = await pool.query<{ sequence: unknown }>({ ...statement, values: [...values] });
  return rows[0] && rowSchema.parse(rows[0]).sequence;
}

const append = (pool: Pool, { id, version, snapshot, at, body }: CallAppend): Promise<number | undefined> =>
  sequenceOf(pool, appendToCall, [id, version, snapshot, at, body]);

/**
 * Resolves to the new event's number, or to undefined when somebody else decided first. When the connection breaks on the way
 * nobody knows whether the event was stored. A second attempt finds out: it waits for the first one, if that is still being
 * carried out, and then either finds its event or stores it.
 */
export async function appendSurely(pool: Pool, values: CallAppend): Promise<number | undefined> {
  try {
    return await append(pool, values);
  } catch (error) {
    if (!isUndecided(error)) throw error;
  }
  return (await append(pool, values)) ?? sequenceOf(pool, findAppended, [values.id, values.version, values.body]);
}
