import type { Line, Row } from '../line.ts';
import { holdCalls } from '../load/held-calls.ts';
import { onLoadRig } from '../load/load-rig.ts';
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
        const [plain, recorded] = [
          await holdCalls(rig, count, holdMs),
          await holdCalls(rig, count, holdMs, 'recordedNumber'),
        ];
        lines.push(recordingCostLine(count, plain.held, recorded.held));
      }
      return lines;
    }),
};
