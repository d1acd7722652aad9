import { asc, gt } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { type StreamEvent, streamEventSchema } from '../../../shared/protocol/stream.ts';
import type { Log } from '../../ports/log.ts';
import { events } from './schema/events.ts';

/** Some events in order, and the number up to which there is nothing else to know; `full` when there may be more after it. */
export type EventPage = { readonly events: readonly StreamEvent[]; readonly last: number; readonly full: boolean };

/**
 * At most `limit` events after a number. What a newer server on the same database has written and we cannot read is left out,
 * so that one unknown event does not stop the stream.
 */
export async function readEvents(db: NodePgDatabase, after: number, limit: number, log: Log): Promise<EventPage> {
  const { sequence, at, body } = events;
  const page = db.select({ sequence, at, body }).from(events).where(gt(sequence, after));
  const rows = await page.orderBy(asc(sequence)).limit(limit);
  const readable = rows.flatMap((row) => {
    const parsed = streamEventSchema.safeParse(row);
    if (!parsed.success) log.warn({ sequence: row.sequence }, 'An event of the stream cannot be read; it is left out');
    return parsed.success ? [parsed.data] : [];
  });
  return { events: readable, last: rows.at(-1)?.sequence ?? after, full: rows.length === limit };
}
