import { metric } from '../../e2e/support/metrics.ts';
import type { Line, Row } from '../line.ts';
import { type HeldCalls, holdCalls } from '../load/held-calls.ts';
import { type LoadRig, onLoadRig } from '../load/load-rig.ts';
import { recordingCostLine } from '../load/usage-lines.ts';

const levels = [1, 10, 50];
const holdMs = 20_000;

/** What recording a call costs: the same calls on the same server, unrecorded and then recorded. */
export const recordCost: Row = {
  name: 'record-cost',
  measure: () =>
    onLoadRig(async (rig) => {
      const lines: Line[] = [];
      for (const count of levels) {
        const plain = await holdCalls(rig, count, holdMs);
        const recorded = await holdRecorded(rig, count);
        lines.push(recordingCostLine(count, plain.held, recorded.held));
      }
      return lines;
    }),
};

/** Throws when one of them was not recorded: it would have cost nothing. */
async function holdRecorded(rig: LoadRig, count: number): Promise<HeldCalls> {
  const begun = () => metric(rig.url, 'frontdesk_recording_started_total');
  const before = await begun();
  const calls = await holdCalls(rig, count, holdMs, 'recordedNumber');
  const recorded = (await begun()) - before;
  if (recorded !== count) throw new Error(`of ${count} calls ${recorded} were recorded`);
  return calls;
}
