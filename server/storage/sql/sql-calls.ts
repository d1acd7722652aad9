import { and, asc, desc, eq, getTableColumns, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Call } from '../../../shared/call/call.ts';
import type { CallEvent } from '../../../shared/call/call-event.ts';
import { callSchema } from '../../../shared/protocol/call-schemas.ts';
import { streamBodySchema, type StreamEvent } from '../../../shared/protocol/stream.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { CallQuality, KeptQuality } from '../../ports/call-quality.ts';
import type { CallQuery } from '../../ports/call-query.ts';
import type { CallStore, NextCall, Stored, StoredCall, StoreFailure } from '../../ports/stores.ts';
import { storableText, toStored } from '../stored-json.ts';
import { appendSurely } from './append-to-call.ts';
import { listCalls } from './list-calls.ts';
import { callQuality } from './schema/call-quality.ts';
import { calls } from './schema/calls.ts';
import { events } from './schema/events.ts';
import type { SqlContext } from './sql-context.ts';

const storedCallSchema = z.object({ call: callSchema, version: z.number().int().positive() });
const snapshotSchema = z.object({ snapshot: callSchema });
const columns = { call: calls.snapshot, version: calls.version };

const toCalls = (rows: readonly unknown[]): readonly StoredCall[] => rows.map((row) => storedCallSchema.parse(row));

function toEvent(body: unknown): readonly CallEvent[] {
  const parsed = streamBodySchema.parse(body);
  return parsed.kind === 'call' ? [parsed.event] : [];
}

export class SqlCalls implements CallStore {
  readonly #context: SqlContext;
  readonly #told: (event: StreamEvent) => void;

  /** `told` hears of what this server stores without the detour over the database. */
  constructor(context: SqlContext, told: (event: StreamEvent) => void) {
    this.#context = context;
    this.#told = told;
  }

  async append(
    { call, version, again = false }: NextCall,
    ...happened: readonly [CallEvent, ...CallEvent[]]
  ): Promise<Result<StreamEvent, StoreFailure | 'conflict'>> {
    const { pool, guard } = this.#context;
    const stored = happened.map((event) => {
      const { text, value } = toStored(streamBodySchema, { kind: 'call', callId: call.id, event });
      return { at: event.at, body: text, value };
    });
    const snapshot = toStored(callSchema, call).text;
    const appended = await guard(() => appendSurely(pool, { id: call.id, version, snapshot, again, events: stored }));
    if (!appended.ok) return appended;
    if (appended.value === undefined) return fail('conflict');
    const first = appended.value - stored.length + 1;
    const published = stored.map(({ at, value }, index) => ({ sequence: first + index, at, body: value }));
    for (const event of published) this.#told(event);
    return ok(published.reduce((_, later) => later));
  }

  find(callId: string): Stored<StoredCall | null> {
    const { db, guard } = this.#context;
    const found = db.select(columns).from(calls).where(eq(calls.id, callId));
    return guard(async () => toCalls(await found)[0] ?? null);
  }

  live(): Stored<readonly StoredCall[]> {
    const { db, guard } = this.#context;
    const live = db
      .select(columns)
      .from(calls)
      .where(sql`${calls.state} <> 'ended'`)
      .orderBy(asc(calls.arrivedAt));
    return guard(async () => toCalls(await live));
  }

  /** Gives a few more than the limit when calls arrived in the same millisecond: a page that began between them would lose some. */
  recent({ limit, before }: { readonly limit: number; readonly before?: number }): Stored<readonly Call[]> {
    const { db, guard } = this.#context;
    const earlier = before === undefined ? sql`` : sql`where ${calls.arrivedAt} < ${before}`;
    const latest = sql`select ${calls.snapshot} from ${calls} ${earlier} order by ${calls.arrivedAt} desc`;
    return guard(async () => {
      const { rows } = await db.execute(sql`${latest} fetch first ${limit} rows with ties`);
      return rows.map((row) => snapshotSchema.parse(row).snapshot);
    });
  }

  list(
    query: CallQuery,
    page: { readonly limit: number; readonly offset: number },
  ): Stored<{ readonly calls: readonly Call[]; readonly total: number }> {
    return this.#context.guard(() => listCalls(this.#context, query, page));
  }

  earlier({ number, exceptCallId, limit }: Parameters<CallStore['earlier']>[0]): Stored<readonly Call[]> {
    const { db, guard } = this.#context;
    const theirs = and(eq(calls.callerNumber, storableText(number)), ne(calls.id, exceptCallId));
    const found = db.select({ snapshot: calls.snapshot }).from(calls).where(theirs);
    const latest = found.orderBy(desc(calls.arrivedAt)).limit(limit);
    return guard(async () => (await latest).map((row) => snapshotSchema.parse(row).snapshot));
  }

  /** A call that is not there has no row to measure; a repeated measurement is kept once. */
  keepQuality(callId: string, quality: CallQuality, at: number): Stored<void> {
    const { db, guard } = this.#context;
    const { consoleId, lost, jitterMs, roundTripMs, oneWaySeconds } = quality;
    return guard(async () => {
      await db.execute(sql`
        insert into ${callQuality} (call_id, console_id, at, lost, jitter_ms, round_trip_ms, one_way_seconds)
        select ${calls.id}, ${consoleId}::text, ${at}::bigint, ${lost}::float8, ${jitterMs}::float8,
          ${roundTripMs}::float8, ${oneWaySeconds}::float8
        from ${calls} where ${calls.id} = ${callId}
        on conflict do nothing`);
    });
  }

  qualityOf(callId: string): Stored<readonly KeptQuality[]> {
    const { db, guard } = this.#context;
    const { callId: _, ...columnsOfQuality } = getTableColumns(callQuality);
    const kept = db.select(columnsOfQuality).from(callQuality).where(eq(callQuality.callId, callId));
    return guard(async () => await kept.orderBy(asc(callQuality.at), asc(callQuality.consoleId)));
  }

  eventsOf(callId: string): Stored<readonly CallEvent[]> {
    const { db, guard } = this.#context;
    const story = db.select({ body: events.body }).from(events).where(eq(events.callId, callId));
    return guard(async () => (await story.orderBy(asc(events.sequence))).flatMap(({ body }) => toEvent(body)));
  }
}
