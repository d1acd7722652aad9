import type { Clock } from '../../ports/clock.ts';

/** As much of a transport as is watched. */
type WatchedTransport = {
  readonly ws: Pick<EventTarget, 'addEventListener'> | undefined;
  send(text: string): Promise<void>;
};

export type SocketWatch = {
  /** The page may have slept: an answer is wanted soon. */
  readonly wake: () => void;
  readonly stop: () => void;
};

/** How often the far end is asked for a sign of life, and how long it may take to give one. */
const askEveryMs = 3000;
const answersWithinMs = 4000;
/** After a sleep nobody is to wait: most connections are gone then. */
const answersSoonMs = 1500;
/** A question that is asked so much too late was not asked because the computer slept. */
const sleptMs = 5000;

/**
 * Finds a connection that is open and dead: asks with the keep-alive of RFC 5626 §4.4.1 (CRLF CRLF), which is answered
 * with CRLF. A far end that has never answered one is not judged by it, and neither is one that has not been asked:
 * browsers run the timers of hidden windows once a minute.
 */
export function watchSocket(transport: WatchedTransport, clock: Clock, dead: () => void): SocketWatch {
  let answersKeepAlives = false;
  let askedAt = clock.now();
  let cancelAsking = (): void => undefined;
  let cancelWaiting: (() => void) | null = null;
  const heard = (): void => {
    cancelWaiting?.();
    cancelWaiting = null;
  };
  const stopListening = listen(transport, (data) => {
    heard();
    if (data === '\r\n') answersKeepAlives = true;
  });
  const ask = (withinMs: number): void => {
    cancelAsking();
    askedAt = clock.now();
    // A socket that is just closing says so itself.
    void transport.send('\r\n\r\n').catch(() => undefined);
    if (answersKeepAlives) cancelWaiting ??= clock.after(withinMs, dead);
    cancelAsking = clock.after(askEveryMs, () => {
      const slept = clock.now() - askedAt > askEveryMs + sleptMs;
      ask(slept ? answersSoonMs : answersWithinMs);
    });
  };
  ask(answersWithinMs);
  return {
    wake: () => {
      // Whatever was being waited for is asked for again: its answer may have gone down with the connection.
      heard();
      ask(answersSoonMs);
    },
    stop: () => {
      heard();
      cancelAsking();
      stopListening();
    },
  };
}

function listen({ ws }: WatchedTransport, heard: (data: unknown) => void): () => void {
  const listening = new AbortController();
  const on = { signal: listening.signal };
  ws?.addEventListener('message', (event) => event instanceof MessageEvent && heard(event.data), on);
  return () => listening.abort();
}
