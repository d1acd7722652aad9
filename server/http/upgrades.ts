import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorTable, type ErrorCode } from '../../shared/protocol/errors.ts';
import type { SignedIn } from '../accounts/sign-in.ts';
import { agentOf } from './call-routes.ts';
import { createEventSockets } from './event-sockets.ts';
import type { HttpParts } from './http-parts.ts';
import type { OwnOrigin } from './own-origin.ts';
import type { SessionCookie } from './session-cookie.ts';

const pageIdShape = /^[0-9a-zA-Z-]{8,64}$/;

/** The two WebSockets of a page: `/events` and `/sip`. Session and origin are checked here, at the upgrade. */
export function openUpgrades(
  app: FastifyInstance,
  parts: HttpParts,
  { origin, cookie }: { readonly origin: OwnOrigin; readonly cookie: SessionCookie },
): void {
  const events = createEventSockets(parts);

  const admit = async (request: IncomingMessage): Promise<SignedIn | ErrorCode> => {
    if (!origin.isOurs(request.headers)) return 'foreignOrigin';
    const token = cookie.read(request.headers.cookie);
    if (token === undefined) return 'signedOut';
    const who = await parts.accounts.whoIs(token);
    if (!who.ok) return who.error;
    return who.value ?? 'signedOut';
  };

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://frontdesk.invalid');
    if (url.pathname !== '/events' && url.pathname !== '/sip') return refuse(socket, 'notFound');
    const who = await admit(request);
    if (typeof who === 'string') {
      parts.log.info({ path: url.pathname, code: who }, 'a WebSocket was refused');
      return refuse(socket, who);
    }
    const pageId = url.searchParams.get('page') ?? '';
    if (url.pathname === '/events') {
      const alive = (): void => parts.pageAlive(who.session.consoleId, pageId);
      return events.accept(request, socket, head, who, pageIdShape.test(pageId) ? alive : () => undefined);
    }
    if (!pageIdShape.test(pageId)) return refuse(socket, 'badRequest');
    const taken = await parts.phone.accept(request, socket, head, agentOf(who), pageId);
    return taken.ok ? undefined : refuse(socket, taken.error);
  };

  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A browser that gives up in mid-handshake is no news, but an unheard 'error' would end the process.
    socket.on('error', (error) => parts.log.debug({ err: error }, 'a socket failed in its handshake'));
    upgrade(request, socket, head).catch((error: unknown) => {
      parts.log.error({ err: error }, 'an upgrade failed');
      refuse(socket, 'internal');
    });
  });
  app.addHook('preClose', async () => events.close());
}

function refuse(socket: Duplex, code: ErrorCode): void {
  const { status, message } = errorTable[code];
  const body = JSON.stringify({ code, message });
  socket.end(
    `HTTP/1.1 ${status} ${code}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
