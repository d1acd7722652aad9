import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { closeCode } from '../../shared/protocol/stream.ts';
import type { SignedIn } from '../accounts/sign-in.ts';
import { openEventSocket, type EventSocket } from './event-socket.ts';
import type { HttpParts } from './http-parts.ts';

/** The event streams of every open page. */
export function createEventSockets(parts: HttpParts) {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });
  const open = new Set<EventSocket>();
  const stopListening = parts.onSessionEnded(({ id }) => {
    for (const one of open) if (one.sessionId === id) one.close(closeCode.signedOut, 'signed out');
  });

  const stopFollowing = parts.memberships.subscribe((userIds) => {
    for (const one of open) if (userIds.includes(one.userId)) one.tellAnew();
  });

  return {
    accept: (request: IncomingMessage, socket: Duplex, head: Buffer, who: SignedIn, alive: () => void): void =>
      server.handleUpgrade(request, socket, head, (ws) => {
        const one = openEventSocket(parts, ws, who, alive);
        open.add(one);
        parts.eventSockets.opened();
        // When somebody was last seen is worth no retry.
        void parts.accounts.seen(who.session);
        ws.once('close', () => {
          open.delete(one);
          parts.eventSockets.closed();
          void parts.accounts.seen(who.session);
        });
      }),
    close: (): void => {
      stopListening();
      stopFollowing();
      for (const one of open) one.close(1001, 'the server is stopping');
      server.close();
    },
  };
}
