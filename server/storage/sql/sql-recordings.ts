import { and, asc, count, eq, lte, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordingSchema, transcriptSchema } from '../../../shared/protocol/recordings.ts';
import { streamBodySchema, type StreamEvent } from '../../../shared/protocol/stream.ts';
import type { Recording } from '../../../shared/recording/recording.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { RecordingCatalogue } from '../../ports/recording-catalogue.ts';
import { wordsOf, wordsSpoken } from '../recording-words.ts';
import { toStored } from '../stored-json.ts';
import { keepRecording, keepTranscript, removeRecording } from './keep-recording.ts';
import { listRecordings } from './list-recordings.ts';
import { conditionOf } from './recording-condition.ts';
import { recordings, transcripts } from './schema/recordings.ts';
import type { SqlContext } from './sql-context.ts';
import { sqlShares } from './sql-shares.ts';

const rowSchema = z.object({ snapshot: recordingSchema });
const transcriptRowSchema = z.object({ snapshot: transcriptSchema });
const sequenceSchema = z.object({ sequence: z.coerce.number().int() });
const countSchema = z.object({ count: z.number().int() });
const toRecordings = (rows: readonly unknown[]): readonly Recording[] =>
  rows.map((row) => rowSchema.parse(row).snapshot);

/** `told` hears of what this server stores without the detour over the database. */
export function sqlRecordings(context: SqlContext, told: (event: StreamEvent) => void): RecordingCatalogue {
  const { db, guard, pool } = context;
  const select = (condition: SQL | undefined) =>
    db.select({ snapshot: recordings.snapshot }).from(recordings).where(condition);
  const find = (recordingId: string) =>
    guard(async () => toRecordings(await select(eq(recordings.id, recordingId)))[0] ?? null);
  const inOrder = [asc(recordings.startedAt), asc(recordings.id)];
  return {
    keep: (recording, at) => keep(context, find, told, recording, at),
    // Whoever listens hears of it from the database, which writes the event itself.
    remove: (recordingId, at) =>
      guard(async () => (await pool.query({ ...removeRecording, values: [recordingId, at] })).rows.length > 0),
    find,
    ofCall: (callId) =>
      guard(async () => toRecordings(await select(eq(recordings.callId, callId)).orderBy(...inOrder))),
    list: (filter, page) => guard(() => listRecordings(context, filter, page)),
    count: (filter) =>
      guard(async () => {
        const [row] = await db.select({ count: count() }).from(recordings).where(conditionOf(filter));
        return countSchema.parse(row).count;
      }),
    due: (now, limit) =>
      guard(async () => {
        const due = and(sql`not ${recordings.exempt}`, lte(recordings.keepUntil, now));
        return toRecordings(await select(due).orderBy(asc(recordings.keepUntil)).limit(limit));
      }),
    untranscribed: (limit) =>
      guard(async () =>
        toRecordings(
          await select(sql`${recordings.transcript} = 'pending'`)
            .orderBy(...inOrder)
            .limit(limit),
        ),
      ),
    ...sqlTranscripts(context),
    ...sqlShares(context),
  };
}

function sqlTranscripts({ db, guard, pool }: SqlContext): Pick<RecordingCatalogue, 'keepTranscript' | 'transcriptOf'> {
  return {
    keepTranscript: (given) =>
      guard(async () => {
        const { text, value } = toStored(transcriptSchema, given);
        await pool.query({ ...keepTranscript, values: [value.recordingId, text, wordsSpoken(value)] });
      }),
    transcriptOf: (recordingId) =>
      guard(async () => {
        const [row] = await db.select().from(transcripts).where(eq(transcripts.recordingId, recordingId));
        return row === undefined ? null : transcriptRowSchema.parse(row).snapshot;
      }),
  };
}

async function keep(
  { pool, guard }: SqlContext,
  find: RecordingCatalogue['find'],
  told: (event: StreamEvent) => void,
  given: Recording,
  at: number,
): ReturnType<RecordingCatalogue['keep']> {
  const { text: snapshot, value: recording } = toStored(recordingSchema, given);
  const body = toStored(streamBodySchema, { kind: 'recording', recording });
  const values = [recording.id, recording.version, snapshot, at, body.text, wordsOf(recording)];
  const kept = await guard(async () => {
    const { rows } = await pool.query<{ sequence: unknown }>({ ...keepRecording, values });
    return rows[0] === undefined ? null : sequenceSchema.parse(rows[0]).sequence;
  });
  if (!kept.ok) return kept;
  if (kept.value !== null) {
    told({ sequence: kept.value, at, body: body.value });
    return ok();
  }
  // Whoever lost the connection in mid-answer asks again: what is stored may be their own.
  const stored = await find(recording.id);
  if (!stored.ok) return stored;
  const same = stored.value !== null && toStored(recordingSchema, stored.value).text === snapshot;
  return same ? ok() : fail('conflict');
}
