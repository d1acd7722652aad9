import { localTimeOf } from '../../shared/opening-hours/local-time.ts';
import { ok } from '../../shared/result.ts';
import type { Directory, SettingStore, Stored } from '../ports/stores.ts';
import type { Review } from './review.ts';
import { rememberSweep } from './last-sweep.ts';
import { sweepRecordings } from './sweep-recordings.ts';

/** On the clock of the reception, when nobody calls. */
const atHour = 3;
const hourMs = 3_600_000;
const lookEveryMs = 60_000;

type Parts = Review & { readonly directory: Directory; readonly settings: SettingStore };

/**
 * Sweeps once a night at three, and at the start where nobody has since then. Of several servers the first one to claim the night sweeps; when
 * it breaks off, because the database or the store is down, it tries again within the hour. Returns the way to stop.
 */
export function startNightlySweep(parts: Parts): () => void {
  const { clock, log } = parts;
  const me = parts.ids.next();
  let done = '';
  let notBefore = 0;
  let stop = (): void => {};
  let isStopped = false;

  const look = async (): Promise<void> => {
    const night = await nightOf(parts);
    if (!night.ok || night.value === done || clock.now() < notBefore) return;
    const claimed = await parts.settings.putIfAbsent(`recording-sweep-${night.value}`, me);
    if (!claimed.ok) return;
    if (claimed.value !== me) {
      done = night.value;
      return;
    }
    const report = await sweepRecordings(parts);
    const { deleted, failed } = report;
    if (failed) log.error({ deleted }, 'recordings whose time is over could not all be deleted; it is tried again');
    else log.info({ deleted }, 'recordings whose time was over were deleted');
    await rememberSweep(parts.settings, report);
    if (failed) notBefore = clock.now() + hourMs;
    else done = night.value;
  };
  const run = (): void => {
    void look()
      .catch((error: unknown) => log.error({ err: error }, 'deleting recordings whose time is over failed'))
      .finally(() => {
        if (!isStopped) stop = clock.after(lookEveryMs, run);
      });
  };
  run();
  return () => {
    isStopped = true;
    stop();
  };
}

/** The date of the last three o'clock that has struck; on the clock of the first line, in UTC where there is none. */
async function nightOf({ directory, clock }: Parts): Stored<string> {
  const queues = await directory.queues();
  if (!queues.ok) return queues;
  const timeZone = queues.value[0]?.timeZone ?? 'UTC';
  return ok(localTimeOf(timeZone, clock.now() - atHour * hourMs).date);
}
