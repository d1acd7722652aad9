import type { RawData, WebSocket } from 'ws';
import { clientHelloSchema, closeCode, type ClientHello, type ServerFrame } from '../../shared/protocol/stream.ts';
import type { SignedIn } from '../accounts/sign-in.ts';
import { viewerOf } from './call-routes.ts';
import { openFeed, type Feed } from './feed.ts';
import type { HttpParts } from './http-parts.ts';

const heartbeatMs = 3000;
const helloWithinMs = 5000;
/** A page that does not read is let go before it fills our memory; it comes back and catches up. */
const mostBufferedBytes = 1024 * 1024;

export type EventSocket = { readonly sessionId: string; readonly close: (code: number, reason: string) => void };

/** One page on `/events`: it says hello, is told what it missed, and then everything as it happens. */
export function openEventSocket(parts: HttpParts, ws: WebSocket, who: SignedIn): EventSocket {
  const { clock, log } = parts;
  const send = sender(ws);
  let feed: Feed | undefined;
  let begun = false;
  let stopTimer = clock.after(helloWithinMs, () => ws.close(closeCode.badFrame, 'no hello'));

  const begin = async (hello: ClientHello): Promise<void> => {
    begun = true;
    stopTimer();
    const viewer = await viewerOf(parts, who);
    if (!viewer.ok) return ws.close(1013, viewer.error);
    feed = await openFeed(parts, viewer.value, hello.after, send);
    if (ws.readyState !== ws.OPEN) return feed.close();
    stopTimer = keepBeating(parts, ws, send);
  };

  ws.on('message', (data, isBinary) => {
    const hello = isBinary || begun ? undefined : parseHello(data);
    if (hello === undefined) return ws.close(closeCode.badFrame, 'not a hello');
    begin(hello).catch((error: unknown) => {
      log.error({ err: error }, 'an event stream could not begin');
      ws.close(1011, 'internal');
    });
  });
  ws.on('error', (error) => log.debug({ err: error }, 'an event stream failed'));
  ws.on('close', () => {
    stopTimer();
    feed?.close();
  });
  return { sessionId: who.session.id, close: (code, reason) => ws.close(code, reason) };
}

const sender =
  (ws: WebSocket) =>
  (frame: ServerFrame): void => {
    if (ws.readyState !== ws.OPEN) return;
    if (ws.bufferedAmount > mostBufferedBytes) ws.close(closeCode.tooSlow, 'too slow');
    else ws.send(JSON.stringify(frame));
  };

/** A ping the browser answers by itself, and a frame the page can see; returns the way to stop. */
function keepBeating({ clock }: HttpParts, ws: WebSocket, send: (frame: ServerFrame) => void): () => void {
  let alive = true;
  let stopTimer = (): void => {};
  const beat = (): void => {
    if (!alive) return ws.terminate();
    alive = false;
    ws.ping();
    send({ type: 'heartbeat', now: clock.now() });
    stopTimer = clock.after(heartbeatMs, beat);
  };
  ws.on('pong', () => {
    alive = true;
  });
  beat();
  return () => stopTimer();
}

function parseHello(data: RawData): ClientHello | undefined {
  const parsed = clientHelloSchema.safeParse(parseJson(textOf(data)));
  return parsed.success ? parsed.data : undefined;
}

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is not a hello; the caller closes the connection with a code that says so.
    return undefined;
  }
}
