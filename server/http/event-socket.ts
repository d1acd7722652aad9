import type { WebSocket } from 'ws';
import { closeCode, type ClientHello, type ServerFrame } from '../../shared/protocol/stream.ts';
import type { SignedIn } from '../accounts/sign-in.ts';
import { createChangingFeed } from './changing-feed.ts';
import type { HttpParts } from './http-parts.ts';
import { readPageFrame } from './read-page-frame.ts';

const heartbeatMs = 2000;
/** Pings in a row without an answer from the browser: the connection is dead. */
const mostUnanswered = 2;
const helloWithinMs = 5000;
/** A page that does not read is let go before it fills our memory; it comes back and catches up. */
const mostBufferedBytes = 1024 * 1024;

export type EventSocket = {
  readonly sessionId: string;
  readonly userId: string;
  /** Tells everything anew: what this person may see has changed. */
  readonly tellAnew: () => void;
  readonly close: (code: number, reason: string) => void;
};

/**
 * One page on `/events`: it says hello, is told what it missed, and then everything as it happens. `alive` is called
 * for each word of the page itself; pings are answered by its browser, also while the page is frozen.
 */
export function openEventSocket(parts: HttpParts, ws: WebSocket, who: SignedIn, alive: () => void): EventSocket {
  const { clock, log } = parts;
  const send = sender(ws);
  const feed = createChangingFeed(parts, who, send);
  let begun = false;
  let stopTimer = clock.after(helloWithinMs, () => ws.close(closeCode.badFrame, 'no hello'));

  const follow = async (after?: number): Promise<void> => {
    const followed = await feed.follow(after);
    if (!followed.ok) ws.close(1013, followed.error);
    else if (ws.readyState !== ws.OPEN) feed.close();
  };
  const begin = async (hello: ClientHello): Promise<void> => {
    begun = true;
    stopTimer();
    alive();
    await follow(hello.after);
    if (ws.readyState === ws.OPEN) stopTimer = keepBeating(parts, ws, send);
  };
  const orClose = closeUnless(parts, ws);

  ws.on('message', (data, isBinary) => {
    const said = isBinary ? undefined : readPageFrame(data);
    if (said?.type === 'alive' && begun) return alive();
    if (said?.type !== 'hello' || begun) return ws.close(closeCode.badFrame, 'not what a page says');
    orClose(begin(said));
  });
  ws.on('error', (error) => log.debug({ err: error }, 'an event stream failed'));
  ws.on('close', () => {
    stopTimer();
    feed.close();
  });
  return {
    sessionId: who.session.id,
    userId: who.user.id,
    tellAnew: () => (begun ? orClose(follow()) : undefined),
    close: (code, reason) => ws.close(code, reason),
  };
}

/** What goes wrong in a task is a bug: it is logged, and the page comes again. */
const closeUnless =
  ({ log }: HttpParts, ws: WebSocket) =>
  (task: Promise<void>): void =>
    void task.catch((error: unknown) => {
      log.error({ err: error }, 'an event stream could not begin');
      ws.close(1011, 'internal');
    });

const sender =
  (ws: WebSocket) =>
  (frame: ServerFrame): void => {
    if (ws.readyState !== ws.OPEN) return;
    if (ws.bufferedAmount > mostBufferedBytes) ws.close(closeCode.tooSlow, 'too slow');
    else ws.send(JSON.stringify(frame));
  };

/** A ping the browser answers by itself, and a frame the page can see; returns the way to stop. */
function keepBeating({ clock }: HttpParts, ws: WebSocket, send: (frame: ServerFrame) => void): () => void {
  let unanswered = 0;
  let stopTimer = (): void => {};
  const beat = (): void => {
    if (unanswered >= mostUnanswered) return ws.terminate();
    unanswered += 1;
    ws.ping();
    send({ type: 'heartbeat', now: clock.now() });
    stopTimer = clock.after(heartbeatMs, beat);
  };
  ws.on('pong', () => {
    unanswered = 0;
  });
  beat();
  return () => stopTimer();
}
