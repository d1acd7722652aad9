import type { Pool } from 'pg';
import { z } from 'zod';
import { appendToCall, findAppended } from './append-statements.ts';
import { isUndecided } from './pg-failure.ts';

/**
 * `snapshot` and `body` are JSON text; `version` is the call's after the last of the events; `again`: they may be stored
 * already.
 */
export type CallAppend = {
  readonly id: string;
  readonly version: number;
  readonly snapshot: string;
  readonly again: boolean;
  readonly events: readonly { readonly at: number; readonly body: string }[];
};

const rowSchema = z.object({ sequence: z.coerce.number().int() });

/** The number of the last row. */
async function sequenceOf(
  pool: Pool,
  statement: typeof appendToCall,
  values: readonly unknown[],
): Promise<number | undefined> {
  const { rows } = await pool.query<{ sequence: unknown }>({ ...statement, values: [...values] });
  const last = rows.at(-1);
  return last && rowSchema.parse(last).sequence;
}

const append = (pool: Pool, { id, version, snapshot, events }: CallAppend): Promise<number | undefined> =>
  sequenceOf(pool, appendToCall, [
    id,
    version,
    snapshot,
    events.length,
    events.map(({ at }) => at),
    events.map(({ body }) => body),
  ]);

/**
 * Resolves to the number of the last new event, or to undefined when somebody else decided first. When the connection breaks
 * on the way nobody knows whether the events were stored. A second attempt finds out: it waits for the first one, if that is
 * still being carried out, and then either finds its last event or stores them all. If that fails as well, whoever asks
 * `again` finds out.
 */
export async function appendSurely(pool: Pool, values: CallAppend): Promise<number | undefined> {
  if (!values.again) {
    try {
      return await append(pool, values);
    } catch (error) {
      if (!isUndecided(error)) throw error;
    }
  }
  const last = values.events.at(-1)?.body;
  return (await append(pool, values)) ?? sequenceOf(pool, findAppended, [values.id, values.version, last]);
}
