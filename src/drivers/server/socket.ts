/** As much of a WebSocket as the event stream needs. */
export type Socket = { readonly send: (text: string) => void; readonly close: () => void };

export type SocketEvents = {
  readonly opened: () => void;
  readonly received: (text: string) => void;
  /** The close code of RFC 6455 §7.4, 1006 when there was no close frame. Never called after `close`. */
  readonly closed: (code: number) => void;
};

export type OpenSocket = (url: string, events: SocketEvents) => Socket;

export const openWebSocket: OpenSocket = (url, events) => {
  const socket = new WebSocket(url);
  const listening = new AbortController();
  const on = { signal: listening.signal };
  socket.addEventListener('open', () => events.opened(), on);
  socket.addEventListener('message', ({ data }) => typeof data === 'string' && events.received(data), on);
  socket.addEventListener('close', ({ code }) => events.closed(code), on);
  return {
    send: (text) => socket.send(text),
    close: () => {
      listening.abort();
      socket.close(1000);
    },
  };
};
