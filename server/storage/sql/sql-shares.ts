import { and, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import type { RecordingCatalogue, Share } from '../../ports/recording-catalogue.ts';
import { recordingShares } from './schema/recordings.ts';
import type { SqlContext } from './sql-context.ts';
import { unlessMissing } from './unless-missing.ts';

const shareSchema = z.object({
  tokenHash: z.string(),
  recordingId: z.string(),
  byUserId: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
}) satisfies z.ZodType<Share>;

export function sqlShares({ db, guard }: SqlContext): Pick<RecordingCatalogue, 'share' | 'shareOf'> {
  return {
    // One of a recording that has been removed meanwhile would lead nowhere.
    share: (share) =>
      guard(async () => {
        await unlessMissing(() => db.insert(recordingShares).values(share).onConflictDoNothing());
      }),
    shareOf: (tokenHash, now) =>
      guard(async () => {
        const open = and(eq(recordingShares.tokenHash, tokenHash), gt(recordingShares.expiresAt, now));
        const [row] = await db.select().from(recordingShares).where(open);
        return row === undefined ? null : shareSchema.parse(row);
      }),
  };
}
