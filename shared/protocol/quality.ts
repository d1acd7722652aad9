import { z } from 'zod';

/** What a desk's browser measured of a call's audio, from one answer, resumption or rejoining to the next break. */
export const qualitySchema = z.object({
  /** Share of the packets that did not arrive, 0 to 1, on the worse of the two ways. */
  lost: z.number().min(0).max(1),
  jitterMs: z.number().min(0).max(60_000),
  roundTripMs: z.number().min(0).max(60_000).nullable(),
  /** Seconds in which one side did not hear the other. */
  oneWaySeconds: z.number().min(0).max(86_400),
});

/** As it is kept: by which desk, and when (ms since the epoch). */
export const keptQualitySchema = qualitySchema
  .extend({ consoleId: z.string(), at: z.number().int() })
  .meta({ id: 'CallQuality' });
