import { and, count, eq, isNotNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Letter, MailOutbox } from '../../ports/mail-outbox.ts';
import { mailOutbox } from './schema/mail.ts';
import type { SqlContext } from './sql-context.ts';
import { unlessMissing } from './unless-missing.ts';

const letterSchema = z.object({
  recordingId: z.string(),
  createdAt: z.coerce.number(),
  tries: z.number().int(),
}) satisfies z.ZodType<Letter>;
const countSchema = z.object({ count: z.number().int() });

/** Whoever was too slow, and whose letter somebody else has taken meanwhile, changes nothing. */
const stillOf = ({ recordingId, tries }: Letter) =>
  and(eq(mailOutbox.recordingId, recordingId), eq(mailOutbox.tries, tries), isNotNull(mailOutbox.nextAt));

export function sqlMailOutbox({ db, guard }: SqlContext): MailOutbox {
  return {
    add: (recordingId, at) =>
      guard(async () => {
        let added = false;
        await unlessMissing(async () => {
          const row = { recordingId, createdAt: at, nextAt: at };
          const { rowCount } = await db.insert(mailOutbox).values(row).onConflictDoNothing();
          added = rowCount === 1;
        });
        return added;
      }),
    claim: (now, until) =>
      guard(async () => {
        const { rows } = await db.execute(claim(now, until));
        return rows[0] === undefined ? null : letterSchema.parse(rows[0]);
      }),
    postpone: (letter, changes) =>
      guard(async () => {
        await db.update(mailOutbox).set(changes).where(stillOf(letter));
      }),
    finish: (letter, ended, endedAt) =>
      guard(async () => {
        await db.update(mailOutbox).set({ nextAt: null, ended, endedAt }).where(stillOf(letter));
      }),
    waiting: () =>
      guard(async () => {
        const [row] = await db.select({ count: count() }).from(mailOutbox).where(isNotNull(mailOutbox.nextAt));
        return countSchema.parse(row).count;
      }),
  };
}

/** Of several servers that ask in one instant each gets another letter, or none. */
const claim = (now: number, until: number) => sql`
  update mail_outbox set tries = tries + 1, next_at = ${until}
  where recording_id = (
    select recording_id from mail_outbox where next_at <= ${now}
    order by next_at, recording_id limit 1 for update skip locked
  )
  returning recording_id as "recordingId", created_at as "createdAt", tries`;
