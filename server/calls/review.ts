import type { AuditLog } from '../ports/audit-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { RecordingCatalogue } from '../ports/recording-catalogue.ts';
import type { RecordingStore } from '../ports/recording-store.ts';

/** What it takes to review what was recorded: what is known of it, its sound, and where it is written down who did what. */
export type Review = {
  readonly recordings: RecordingCatalogue;
  readonly recordingStore: RecordingStore;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
};
