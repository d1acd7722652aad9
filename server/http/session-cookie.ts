import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionHours } from '../accounts/sign-in.ts';

/** Cookies do not know ports: with the port in its name, two instances on one host do not sign each other out. */
export const cookieName = (port: number): string => `frontdesk_${port}`;

export function createSessionCookie(port: number) {
  const name = cookieName(port);
  const options = (request: FastifyRequest) =>
    ({ path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' }) as const;
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
