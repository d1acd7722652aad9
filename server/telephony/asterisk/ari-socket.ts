import { WebSocket } from 'ws';
import type { Clock } from '../../ports/clock.ts';
import { basicAuthorization } from './ari-rest.ts';

export type AriSocketOptions = {
  /** As for REST: `http://127.0.0.1:8088/ari`. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly app: string;
  readonly clock: Clock;
  /** A PBX that answers no ping within this time is gone: it is found dead after at most twice as long. */
  readonly pingEveryMs: number;
};

export type AriSocketListener = {
  readonly onOpen: () => void;
  readonly onMessage: (text: string) => void;
  /** Once, whether it was ever open or not. */
  readonly onClose: () => void;
};

/** The event half of ARI: one WebSocket, for as long as it lasts. */
export type AriSocket = { readonly close: () => void };

const handshakeMs = 3_000;
const maxEventBytes = 1024 * 1024;

export function openAriSocket(options: AriSocketOptions, listener: AriSocketListener): AriSocket {
  const { url, user, password, app } = options;
  const query = new URLSearchParams({ app, subscribeAll: 'false' });
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/events?${query.toString()}`, {
    headers: { authorization: basicAuthorization(user, password) },
    handshakeTimeout: handshakeMs,
    maxPayload: maxEventBytes,
    perMessageDeflate: false,
  });
  let stopPinging = (): void => {};
  socket.on('open', () => {
    stopPinging = keepPinging(socket, options);
    listener.onOpen();
  });
  socket.on('message', (data: Buffer) => listener.onMessage(data.toString('utf8')));
  // What went wrong is told by the close that always follows; there is no more to do about it than to try again.
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    stopPinging();
    listener.onClose();
  });
  return { close: () => socket.terminate() };
}

function keepPinging(socket: WebSocket, { clock, pingEveryMs }: AriSocketOptions): () => void {
  let alive = true;
  let stopTimer = (): void => {};
  socket.on('pong', () => {
    alive = true;
  });
  const beat = (): void => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
    stopTimer = clock.after(pingEveryMs, beat);
  };
  beat();
  return () => stopTimer();
}
