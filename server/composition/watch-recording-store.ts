import type { SystemHealth } from '../../shared/protocol/system-health.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { RecordingStore } from '../ports/recording-store.ts';

const everyMs = { working: 20_000, troubled: 5_000 };
/** Some forty hours of conversations. */
const scarceBytes = 5_000_000_000;

export type StoreHealth = Omit<SystemHealth['recordings'], 'lastSweep'>;

/**
 * Tries now and then whether recordings can be kept, so that it is known before somebody records, and more often while they
 * cannot; says in the log when that changes.
 */
export function watchRecordingStore(
  store: RecordingStore,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
) {
  let now: StoreHealth = { place: store.place, state: 'working', freeBytes: null };
  let wasScarce = false;
  let isStopped = false;
  let stop = (): void => {};

  const look = async (): Promise<void> => {
    const checked = await store.check();
    const freeBytes = checked.ok ? checked.value.freeBytes : null;
    const state = checked.ok ? 'working' : checked.error === 'storageFull' ? 'full' : 'down';
    if (state !== now.state && state === 'working') log.info({ place: store.place }, 'recordings can be kept again');
    else if (state !== now.state) log.error({ place: store.place, state }, 'recordings cannot be kept');
    const isScarce = freeBytes !== null && freeBytes < scarceBytes;
    if (isScarce && !wasScarce) log.warn({ place: store.place, freeBytes }, 'there is little room left for recordings');
    wasScarce = isScarce;
    now = { place: store.place, state, freeBytes };
  };
  const run = (): void => {
    void look()
      .catch((error: unknown) => log.error({ err: error }, 'looking after the place of recordings failed'))
      .finally(() => {
        if (!isStopped) stop = clock.after(now.state === 'working' ? everyMs.working : everyMs.troubled, run);
      });
  };
  run();
  return {
    /** As it was found the last time. */
    now: (): StoreHealth => now,
    /** Tries it at once. */
    look,
    close: (): void => {
      isStopped = true;
      stop();
    },
  };
}

export type RecordingStoreWatch = ReturnType<typeof watchRecordingStore>;
