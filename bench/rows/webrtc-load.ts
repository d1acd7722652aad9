import { setTimeout as pause } from 'node:timers/promises';
import { microphoneHz } from '../../e2e/support/microphone-file.ts';
import { measureFor } from '../load/held-calls.ts';
import { heldLines, idleLines } from '../load/usage-lines.ts';
import type { Row } from '../line.ts';
import { dialAt } from '../ring.ts';
import { onStage } from '../stage.ts';

const holdMs = 20_000;
const settleMs = 1000;
const name = 'Long Talker';

/** The same in the real server with one browser as the console. */
export const webrtcLoad: Row = {
  name: 'webrtc-load',
  measure: () =>
    onStage({}, async (stage) => {
      const console = await stage.signIn('mira');
      await pause(settleMs);
      const idle = await measureFor(stage.instance.pid, holdMs);
      const caller = await stage.caller(name);
      await dialAt(caller);
      await console.answer(name);
      await caller.until(() => caller.hears(microphoneHz), 10_000, 'sound');
      await console.expectHears(440);
      await pause(settleMs);
      const held = await measureFor(stage.instance.pid, holdMs);
      // Not at once: while the processes were counted nobody here read what came.
      await caller.until(() => caller.hears(microphoneHz), 2_000, 'sound at the end');
      await caller.close();
      return [...idleLines('no call, 1 browser signed in', idle), ...heldLines('1 call, WebRTC console', 1, held)];
    }),
};
