import { fail } from '../../shared/result.ts';
import { within } from '../../shared/within.ts';
import type { Clock } from '../ports/clock.ts';
import type { RecordingStore } from '../ports/recording-store.ts';

type Check = RecordingStore['check'];

/** Who has said nothing for so long is out of reach, in ms. */
const silenceMs = 15_000;

/**
 * The same question, answered within 15 s: a folder on a network may not answer for ever. One is asked at a time, and all who wait
 * hear its answer: each that hangs holds a thread of ours.
 */
export function timelyCheck(check: Check, clock: Clock): Check {
  let asked: ReturnType<Check> | null = null;
  return () => {
    asked ??= check().finally(() => {
      asked = null;
    });
    return within(clock, silenceMs, asked, fail('storageUnavailable'));
  };
}
