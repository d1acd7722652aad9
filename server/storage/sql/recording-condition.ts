import { and, eq, gte, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { RecordingFilter } from '../../ports/recording-catalogue.ts';
import { type WantedWord, wantedWords } from '../recording-words.ts';
import { storableText } from '../stored-json.ts';
import { recordings } from './schema/recordings.ts';

/** What a recording must be like to be in a list. */
export function conditionOf(filter: RecordingFilter): SQL | undefined {
  const { kind, search, from, to, queueId, userId, shortest, longest, handled, seenBy } = filter;
  return and(
    kind === undefined ? undefined : eq(recordings.kind, kind),
    search === undefined ? undefined : hasWords(search),
    from === undefined ? undefined : gte(recordings.startedAt, from),
    to === undefined ? undefined : lt(recordings.startedAt, to),
    queueId === undefined ? undefined : eq(recordings.queueId, queueId),
    userId === undefined ? undefined : talked(userId),
    shortest === undefined ? undefined : gte(recordings.lengthMs, shortest),
    longest === undefined ? undefined : lte(recordings.lengthMs, longest),
    handled === undefined ? undefined : eq(recordings.handled, handled),
    seenBy && or(talked(seenBy.userId), inArray(recordings.queueId, [...seenBy.queueIds])),
  );
}

const talked = (userId: string): SQL => sql`jsonb_exists(${recordings.people}, ${storableText(userId)})`;

/** As the index of the words has it, so that it is used. */
function hasWords(search: string): SQL | undefined {
  const wanted = wantedWords(search);
  if (wanted.length === 0) return undefined;
  return sql`(${recordings.written} || ${recordings.spoken}) @@ ${wanted.map(inQuery).join(' & ')}::tsquery`;
}

/** There are only letters and figures in a word (and the sign of a beginning), so that nothing needs to be escaped. */
const inQuery = ({ text, whole }: WantedWord): string => `'${text}'${whole ? '' : ':*'}`;
