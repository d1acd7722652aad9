import type { FastifyInstance, FastifyRequest } from 'fastify';
import { timingSafeEqual } from 'node:crypto';
import { fail, ok } from '../../shared/result.ts';
import type { HttpParts } from './http-parts.ts';
import { sendError } from './send-error.ts';
import type { Serve } from './serve.ts';

export function systemRoutes(app: FastifyInstance, serve: Serve, parts: HttpParts): void {
  serve.open('health', async () => ok(await parts.health()));

  serve.signedIn('systemHealth', 'administrator', async () => ok(await parts.systemHealth()));

  serve.signedIn('simulateCaller', 'signedIn', async ({ body }) => {
    if (parts.demo === null) return fail('notFound');
    const placed = await parts.demo.simulateCaller(body.dial);
    return placed.ok ? ok(null) : placed;
  });

  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayReadMetrics(request, parts.settings.metricsToken)) return sendError(reply, 'forbidden');
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await parts.metrics());
  });
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Loopback or token only; what a proxy on this machine forwards is not loopback. */
function mayReadMetrics(request: FastifyRequest, token: string | null): boolean {
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
  if (forwarded === undefined && loopback.has(request.socket.remoteAddress ?? '')) return true;
  const shown = request.headers.authorization?.replace(/^Bearer /, '');
  return token !== null && shown !== undefined && same(shown, token);
}

const same = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
};
