import { type SweepReport, sweepReportSchema } from '../../shared/protocol/system-health.ts';
import { ok } from '../../shared/result.ts';
import type { SettingStore, Stored } from '../ports/stores.ts';

const key = 'recording-sweep';

export const rememberSweep = (settings: SettingStore, report: SweepReport): Stored<void> =>
  settings.put(key, JSON.stringify(report));

/** What the last sweep did, whichever server made it; null where there was none yet. */
export async function lastSweep(settings: SettingStore): Stored<SweepReport | null> {
  const stored = await settings.get(key);
  if (!stored.ok) return stored;
  return ok(stored.value === null ? null : sweepReportSchema.parse(JSON.parse(stored.value)));
}
