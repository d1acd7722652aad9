import { and, count, eq, gte, inArray, isNotNull, isNull, like, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Call } from '../../../shared/call/call.ts';
import { callSchema } from '../../../shared/protocol/call-schemas.ts';
import type { CallEnding, CallQuery } from '../../ports/call-query.ts';
import { wantedText } from '../search-text.ts';
import { storableText } from '../stored-json.ts';
import { likePart } from './like-part.ts';
import { calls } from './schema/calls.ts';
import type { SqlContext } from './sql-context.ts';

const rowSchema = z.object({ snapshot: callSchema });
const countSchema = z.object({ count: z.number().int() });

/** One page, the latest first, and how many there are in all. Those of one millisecond come together. */
export async function listCalls(
  { db }: SqlContext,
  query: CallQuery,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly calls: readonly Call[]; readonly total: number }> {
  const wanted = conditionOf(query);
  const where = wanted === undefined ? sql`` : sql`where ${wanted}`;
  const { rows } = await db.execute(sql`
    select ${calls.snapshot} from ${calls} ${where}
    order by ${calls.arrivedAt} desc offset ${offset} fetch first ${limit} rows with ties`);
  const [total] = await db.select({ count: count() }).from(calls).where(wanted);
  return { calls: rows.map((row) => rowSchema.parse(row).snapshot), total: countSchema.parse(total).count };
}

function conditionOf({ search, from, to, queueId, userId, direction, ending, seenBy }: CallQuery): SQL | undefined {
  return and(
    search === undefined ? undefined : like(calls.search, likePart(storableText(wantedText(search)))),
    from === undefined ? undefined : gte(calls.arrivedAt, from),
    to === undefined ? undefined : lt(calls.arrivedAt, to),
    queueId === undefined ? undefined : eq(calls.queueId, queueId),
    userId === undefined ? undefined : eq(calls.agentUserId, userId),
    direction === undefined ? undefined : eq(calls.direction, direction),
    ending === undefined ? undefined : endedSo(ending),
    seenBy && or(eq(calls.agentUserId, seenBy.userId), inArray(calls.queueId, [...seenBy.queueIds])),
  );
}

/** See ending-of-call.ts, which says the same of one call. */
function endedSo(ending: CallEnding): SQL | undefined {
  const because = (...reasons: readonly string[]): SQL => inArray(calls.endReason, [...reasons]);
  switch (ending) {
    case 'live':
      return ne(calls.state, 'ended');
    case 'voicemail':
      return because('voicemailLeft');
    case 'replied':
      return because('replied');
    case 'abandoned':
      return because('abandoned');
    case 'answered':
      return and(
        isNotNull(calls.answeredAt),
        sql`coalesce(${calls.endReason}, '') not in ('voicemailLeft', 'replied', 'abandoned')`,
      );
    case 'missed':
      return and(
        eq(calls.direction, 'inbound'),
        isNull(calls.answeredAt),
        sql`${calls.endReason} not in ('voicemailLeft', 'replied', 'abandoned')`,
      );
    case 'notReached':
      return and(eq(calls.direction, 'outbound'), isNull(calls.answeredAt), eq(calls.state, 'ended'));
    default:
      return ending satisfies never;
  }
}
