import type { Web } from 'sip.js';
import type { Clock } from '../../ports/clock.ts';

/** How often the far end is asked for a sign of life, and how long it may keep silent before it counts as dead. */
const askEveryMs = 3000;
const silenceMs = 7000;

/**
 * Finds a connection that is open and dead: asks with the keep-alive of RFC 5626 §4.4.1 (CRLF CRLF), which is answered
 * with CRLF. A far end that has never answered one is not judged by it. Answers the way to stop.
 */
export function watchSocket(transport: Web.Transport, clock: Clock, dead: () => void): () => void {
  let heardAt = clock.now();
  let answersKeepAlives = false;
  let cancel = (): void => undefined;
  const listening = new AbortController();
  transport.ws?.addEventListener(
    'message',
    ({ data }) => {
      heardAt = clock.now();
      if (data === '\r\n') answersKeepAlives = true;
    },
    { signal: listening.signal },
  );
  const ask = (): void => {
    if (answersKeepAlives && clock.now() - heardAt > silenceMs) return dead();
    // A socket that is just closing says so itself.
    void transport.send('\r\n\r\n').catch(() => undefined);
    cancel = clock.after(askEveryMs, ask);
  };
  cancel = clock.after(askEveryMs, ask);
  return () => {
    cancel();
    listening.abort();
  };
}
