import { z } from 'zod';
import { streamBodySchema } from '../../../shared/protocol/stream.ts';
import { ok } from '../../../shared/result.ts';
import type { Log } from '../../ports/log.ts';
import type { EventLog } from '../../ports/stores.ts';
import { toStored } from '../stored-json.ts';
import { appendAlone } from './append-statements.ts';
import type { EventFeed } from './event-feed.ts';
import { readEvents } from './read-events.ts';
import { streamHead } from './schema/events.ts';
import type { SqlContext } from './sql-context.ts';

const sequenceSchema = z.object({ sequence: z.coerce.number().int() });

export function sqlEvents({ pool, db, guard }: SqlContext, feed: EventFeed, log: Log): EventLog {
  return {
    append: async (body, at) => {
      const stored = toStored(streamBodySchema, body);
      const appended = await guard(async () => {
        const { rows } = await pool.query<{ sequence: unknown }>({ ...appendAlone, values: [at, stored.text] });
        return sequenceSchema.parse(rows[0]).sequence;
      });
      if (!appended.ok) return appended;
      const event = { sequence: appended.value, at, body: stored.value };
      feed.offer(event);
      return ok(event);
    },
    after: (sequence, limit) => guard(async () => (await readEvents(db, sequence, limit, log)).events),
    head: () =>
      guard(
        async () =>
          sequenceSchema.parse((await db.select({ sequence: streamHead.sequence }).from(streamHead))[0]).sequence,
      ),
    subscribe: (listener) => feed.subscribe(listener),
  };
}
