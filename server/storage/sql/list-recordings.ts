import { count, desc } from 'drizzle-orm';
import { z } from 'zod';
import { recordingSchema } from '../../../shared/protocol/recordings.ts';
import type { Recording } from '../../../shared/recording/recording.ts';
import type { RecordingFilter } from '../../ports/recording-catalogue.ts';
import { conditionOf } from './recording-condition.ts';
import { recordings } from './schema/recordings.ts';
import type { SqlContext } from './sql-context.ts';

const rowSchema = z.object({ snapshot: recordingSchema });
const countSchema = z.object({ count: z.number().int() });

/** One page, the latest first, and how many there are in all. */
export async function listRecordings(
  { db }: SqlContext,
  filter: RecordingFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly recordings: readonly Recording[]; readonly total: number }> {
  const wanted = conditionOf(filter);
  const page = await db
    .select({ snapshot: recordings.snapshot })
    .from(recordings)
    .where(wanted)
    .orderBy(desc(recordings.startedAt), desc(recordings.id))
    .limit(limit)
    .offset(offset);
  const [total] = await db.select({ count: count() }).from(recordings).where(wanted);
  return { recordings: page.map((row) => rowSchema.parse(row).snapshot), total: countSchema.parse(total).count };
}
