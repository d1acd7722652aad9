import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionHours } from '../accounts/sign-in.ts';
import type { HttpSettings } from './http-parts.ts';

/** Cookies do not know ports: with the port in its name, two instances on one host do not sign each other out. */
export const cookieName = (port: number): string => `frontdesk_${port}`;

/** Secure where the page came by HTTPS, as its origin says; TLS ends at a proxy, so that the request itself never does. */
export function createSessionCookie({ port, origins }: Pick<HttpSettings, 'port' | 'origins'>) {
  const name = cookieName(port);
  const options = ({ headers: { origin = origins[0] } }: FastifyRequest) =>
    ({ path: '/', httpOnly: true, sameSite: 'strict', secure: origin?.startsWith('https://') === true }) as const;
  return {
    read: (header: string | undefined): string | undefined =>
      header
        ?.split(';')
        .map((pair) => pair.trim())
        .find((pair) => pair.startsWith(`${name}=`))
        ?.slice(name.length + 1),
    set: (request: FastifyRequest, reply: FastifyReply, token: string, remember: boolean): void => {
      const lasting = remember ? { maxAge: sessionHours * 3600 } : {};
      void reply.setCookie(name, token, { ...options(request), ...lasting });
    },
    clear: (request: FastifyRequest, reply: FastifyReply): void => void reply.clearCookie(name, options(request)),
  };
}

export type SessionCookie = ReturnType<typeof createSessionCookie>;
