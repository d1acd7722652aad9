import type { ServerLink } from '../../ports/server-link.ts';
import { onWake } from '../../lib/on-wake.ts';
import { createApiClient } from './api-client.ts';
import { EventStream, type EventStreamParts } from './event-stream.ts';
import { openWebSocket } from './socket.ts';
import { sendFile } from './upload.ts';

/** The server this page came from; `url` is the address of its event stream. */
export function createServerLink(parts: Omit<EventStreamParts, 'openSocket'>): ServerLink {
  return {
    call: createApiClient((path, init) => fetch(path, init)),
    upload: sendFile,
    follow: (listener) => {
      const stream = new EventStream({ ...parts, openSocket: openWebSocket }, listener);
      const stopWaking = onWake(stream.wake);
      return {
        refresh: stream.refresh,
        retry: stream.retry,
        close: () => {
          stopWaking();
          stream.close();
        },
      };
    },
  };
}
