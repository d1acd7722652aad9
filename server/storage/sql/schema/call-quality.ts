import { bigint, doublePrecision, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { calls } from './calls.ts';

/** What browsers measured of a call's audio. Stays when the console is long gone. */
export const callQuality = pgTable(
  'call_quality',
  {
    callId: text('call_id')
      .notNull()
      .references(() => calls.id),
    consoleId: text('console_id').notNull(),
    at: bigint('at', { mode: 'number' }).notNull(),
    /** Share of the packets, 0 to 1. */
    lost: doublePrecision('lost').notNull(),
    jitterMs: doublePrecision('jitter_ms').notNull(),
    roundTripMs: doublePrecision('round_trip_ms'),
    oneWaySeconds: doublePrecision('one_way_seconds').notNull(),
  },
  (table) => [primaryKey({ columns: [table.callId, table.at, table.consoleId] })],
);
