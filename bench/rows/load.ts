import { holdCalls, measureFor } from '../load/held-calls.ts';
import { onLoadRig } from '../load/load-rig.ts';
import { heldLines, idleLines, perCallLine } from '../load/usage-lines.ts';
import type { Line, Row } from '../line.ts';

const levels = [1, 10, 50];
const holdMs = 20_000;

const note =
  'Consoles are SIP telephones with plain RTP behind the trunk (bench/load-server), not browsers: see "1 call, WebRTC console" for what DTLS-SRTP adds. All calls heard in both directions. The load server runs from source, which makes it and its guardians larger than the built ones.';

/** CPU and memory while calls are held. */
export const load: Row = {
  name: 'load',
  measure: () =>
    onLoadRig(async (rig) => {
      const lines: Line[] = [...idleLines('no call', await measureFor(rig.pid, holdMs))];
      for (const count of levels) {
        const calls = await holdCalls(rig, count, holdMs);
        const what = count === 1 ? '1 call' : `${count} calls`;
        lines.push(...heldLines(what, count, calls.held, note));
        // With one call it would be the idle cost that is measured.
        if (count > 1) lines.push(perCallLine(count, calls));
      }
      return lines;
    }),
};
