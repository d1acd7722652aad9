import type { ConsolePage } from '../../e2e/pages/console-page.ts';
import { latency, type Row } from '../line.ts';
import { callerName, dialAt } from '../ring.ts';
import { onStage } from '../stage.ts';

/** How long each recording is. */
const recordedMs = 2_000;

/** From the request to stop until the page hears that the recording is in the list and can be played. */
export const recordStop: Row = {
  name: 'record-stop',
  measure: ({ n }) =>
    onStage({}, async (stage) => {
      const console = await stage.signIn('mira');
      const caller = await stage.caller(callerName(1));
      await dialAt(caller);
      await console.answer(callerName(1));
      const { calls } = await (await console.page.request.get(`${stage.instance.url}/api/v1/calls?limit=1`)).json();
      const samples: number[] = [];
      for (let taken = 1; taken <= n; taken += 1) samples.push(await stopToPlayable(console, calls[0].id));
      await caller.hangUp();
      await caller.close();
      return [latency(`Stop recording → playable, ${recordedMs / 1000} s recorded`, samples, 3_000)];
    }),
};

/** The page has an event stream of its own for it. */
const stopToPlayable = ({ page }: ConsolePage, callId: string): Promise<number> =>
  page.evaluate(
    async ({ path, ms }) => {
      const socket = new WebSocket('/events');
      const told = (what: string): Promise<void> =>
        new Promise((resolve) => {
          socket.addEventListener('message', ({ data }) => {
            if (String(data).includes(what)) resolve();
          });
        });
      const begun = told('"type":"snapshot"');
      socket.addEventListener('open', () => socket.send('{"type":"hello"}'));
      await begun;
      await fetch(`${path}/start`, { method: 'POST' });
      await new Promise((resolve) => {
        setTimeout(resolve, ms);
      });
      const playable = told('"kind":"recording"');
      const asked = performance.now();
      await fetch(`${path}/stop`, { method: 'POST' });
      await playable;
      const took = performance.now() - asked;
      socket.close();
      return took;
    },
    { path: `/api/v1/calls/${callId}/recording`, ms: recordedMs },
  );
