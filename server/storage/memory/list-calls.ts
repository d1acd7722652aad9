import type { Call } from '../../../shared/call/call.ts';
import type { CallQuery } from '../../ports/call-query.ts';
import { searchTextOf } from '../call-search.ts';
import { endedSo } from '../ending-of-call.ts';
import { wantedText } from '../search-text.ts';

/** One page, the latest first, with all that arrived with its last; and how many there are. */
export function listCalls(
  all: readonly Call[],
  query: CallQuery,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly calls: readonly Call[]; readonly total: number } {
  const wanted = all.filter((call) => matches(call, query)).sort((a, b) => b.arrivedAt - a.arrivedAt);
  const last = wanted[offset + limit - 1];
  const page = wanted.filter(
    (call, index) => index >= offset && (index < offset + limit || call.arrivedAt === last?.arrivedAt),
  );
  return { calls: page, total: wanted.length };
}

function matches(call: Call, { search, from, to, queueId, userId, direction, ending, seenBy }: CallQuery): boolean {
  const seen =
    seenBy === undefined || call.agent?.userId === seenBy.userId || seenBy.queueIds.includes(call.queue?.id ?? '');
  return (
    seen &&
    (search === undefined || searchTextOf(call).includes(wantedText(search))) &&
    (from === undefined || call.arrivedAt >= from) &&
    (to === undefined || call.arrivedAt < to) &&
    (queueId === undefined || call.queue?.id === queueId) &&
    (userId === undefined || call.agent?.userId === userId) &&
    (direction === undefined || call.direction === direction) &&
    (ending === undefined || endedSo(call, ending))
  );
}
