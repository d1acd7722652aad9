import { z } from 'zod';
import { parseJson } from '../../../lib/parse-json.ts';

/**
 * What a test call showed. `silentMicrophone`: everything works but the microphone gives nothing at all.
 * `notHeard`: what is sent does not arrive. `nothingHeard`: nothing comes from the phone system.
 */
export type Verdict = z.infer<typeof verdictSchema>;
const verdictSchema = z.enum(['bothHeard', 'silentMicrophone', 'notHeard', 'nothingHeard']);

const known = z.number().nullable();

/** A test call that ran to its end. Times in ms (`at` since the epoch), losses 0 to 1; null: was not to be found out. */
export type TestResult = z.infer<typeof testResultSchema>;
const testResultSchema = z
  .object({
    verdict: verdictSchema,
    at: z.number(),
    /** From the press to the answered call. */
    signallingMs: z.number(),
    /** From the press to the first sound. */
    firstAudioMs: known,
    roundTripMs: known,
    lostOut: known,
    lostIn: known,
    jitterMs: known,
    path: z
      .object({ relayed: z.boolean(), protocol: z.enum(['udp', 'tcp']) })
      .readonly()
      .nullable(),
  })
  .readonly();

const storageKey = 'frontdesk.test-call';

/** The last result of this computer; null when there is none, or none that this version understands. */
export const keptResult = (storage: Pick<Storage, 'getItem'>): TestResult | null =>
  testResultSchema.safeParse(parseJson(storage.getItem(storageKey))).data ?? null;

export const keepResult = (storage: Pick<Storage, 'setItem'>, result: TestResult): void =>
  storage.setItem(storageKey, JSON.stringify(result));
