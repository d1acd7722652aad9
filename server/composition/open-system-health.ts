import type { SystemHealth } from '../../shared/protocol/system-health.ts';
import { rememberStart } from './earlier-starts.ts';
import { lastSweep } from '../calls/last-sweep.ts';
import type { OpenDesk } from './open-desk.ts';
import type { Engines } from './open-engines.ts';
import type { Surroundings } from './surroundings.ts';
import { createSystemHealth } from './system-health.ts';
import type { RecordingStoreWatch } from './watch-recording-store.ts';

/** Whoever asks is told how each part is; from now on it is known that the server was started. */
export async function openSystemHealth(
  around: Surroundings,
  { database, pbx, speech }: Engines,
  { desk, eventSockets }: OpenDesk,
  recordingStore: RecordingStoreWatch,
): Promise<() => Promise<SystemHealth>> {
  const { clock, dataFolder, version, settings } = around;
  const startedAt = clock.now();
  return createSystemHealth({
    telephony: pbx.telephony,
    database,
    speech,
    desk,
    recordings: {
      store: recordingStore.now,
      lastSweep: () => lastSweep(database.stores.settings),
      transcriber: desk.transcription.provider,
    },
    eventStreams: eventSockets.count,
    dataFolder,
    embedded: { phoneSystem: settings.pbx === null, database: settings.databaseUrl === null },
    clock,
    version,
    startedAt,
    earlierStarts: await rememberStart(database.stores.settings, startedAt),
  });
}
