import { z } from 'zod';

const time = z.number().int();
const count = z.number().int().nonnegative();

/**
 * What the last sweep of recordings did, and when (ms since the epoch). `failed`: it broke off, because the database or the store did
 * not answer; the rest stays due.
 */
export const sweepReportSchema = z.object({ at: time, deleted: count, failed: z.boolean() });
export type SweepReport = z.infer<typeof sweepReportSchema>;

/** How each part of the installation is, for administrators. Times are ms since the epoch of the server's clock. */
export const systemHealthSchema = z
  .object({
    checkedAt: time,
    phoneSystem: z.object({
      state: z.enum(['connected', 'connecting', 'down']),
      version: z.string().nullable(),
      since: time,
      /** Run by this server; else an existing one. */
      embedded: z.boolean(),
      /** Null while it does not answer. */
      legs: count.nullable(),
      bridges: count.nullable(),
      /** How long it took to answer; null while it does not. */
      latencyMs: z.number().nonnegative().nullable(),
    }),
    database: z.object({
      state: z.enum(['up', 'down']),
      version: z.string().nullable(),
      embedded: z.boolean(),
      latencyMs: z.number().nonnegative().nullable(),
    }),
    speech: z.object({ engine: z.string(), voices: count }),
    /** Where recordings are kept, as it was found when something was last tried there. */
    recordings: z.object({
      place: z.string(),
      state: z.enum(['working', 'full', 'down']),
      /** Null where nobody knows, as of a bucket. */
      freeBytes: count.nullable(),
      /** Of any of the servers; null where there was none yet. */
      lastSweep: sweepReportSchema.nullable(),
    }),
    /** Who writes down what was said; null: nobody. */
    transcripts: z.string().nullable(),
    calls: z.object({ live: count }),
    consoles: z.object({ registered: count, people: count }),
    /** Open event streams: one for each open page. */
    eventStreams: count,
    /** Of the data folder's disk; null where the system does not tell. */
    disk: z.object({ freeBytes: count, totalBytes: count }).nullable(),
    server: z.object({ version: z.string(), node: z.string(), startedAt: time }),
    /** Earlier starts of the server, the latest first. */
    earlierStarts: z.array(time).readonly(),
  })
  .meta({ id: 'SystemHealth' });
export type SystemHealth = z.infer<typeof systemHealthSchema>;
