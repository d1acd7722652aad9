import { setTimeout as pause } from 'node:timers/promises';
import { ReplyDesk } from '../../e2e/pages/reply-desk.ts';
import { metric } from '../../e2e/support/metrics.ts';
import type { Line, Row } from '../line.ts';
import { callerName, dialAt, soundAfter } from '../ring.ts';
import { onStage, type Stage } from '../stage.ts';
import { single } from '../statistics.ts';
import { rightNow } from '../clock.ts';

const listeners = 3;
const idleMs = 5_000;
const note = 'The 10 ms of the timer that measures it are in it.';

/** How long the server's event loop is kept waiting while one text after the other is made speech, and callers listen. */
export const replyLag: Row = {
  name: 'reply-lag',
  measure: ({ n }) =>
    onStage({}, async (stage) => {
      const desk = new ReplyDesk(await stage.signIn('mira'));
      const idle = await lagOf(stage, () => pause(idleMs));
      const callers = await Promise.all(Array.from({ length: listeners }, (_, at) => listen(stage, desk, at)));
      const speaking = await lagOf(stage, async () => {
        for (let text = 1; text <= n; text += 1)
          await desk.spoken(`This is text number ${text}, and nobody has heard it before.`);
      });
      await Promise.all(callers.map((caller) => caller.close()));
      return [
        lagLine('event loop of the server, p99, no call', idle, 1, null),
        lagLine(`event loop of the server, p99, speaking to ${listeners} callers`, speaking, n, 20),
      ];
    }),
};

const lagLine = (what: string, seconds: number, n: number, budget: number | null): Line => ({
  what,
  unit: 'ms',
  ...single(seconds * 1000, n),
  budget,
  note,
});

/** The 99th percentile of the delays during the work, in seconds: each reading of the metrics begins anew. */
async function lagOf({ instance }: Stage, work: () => Promise<unknown>): Promise<number> {
  await metric(instance.url, 'nodejs_eventloop_lag_p99_seconds');
  await work();
  return metric(instance.url, 'nodejs_eventloop_lag_p99_seconds');
}

async function listen(stage: Stage, desk: ReplyDesk, at: number) {
  const caller = await stage.caller(callerName(at));
  await dialAt(caller);
  await desk.replyUnseen(callerName(at), 'May I call you back?');
  await soundAfter(caller, rightNow());
  return caller;
}
