import cookiePlugin from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { ok } from '../../shared/result.ts';
import { createListenings } from '../calls/listenings.ts';
import { isLoopback } from '../lib/addresses.ts';
import { apiDocs } from './api-docs.ts';
import { auditRoutes } from './audit-routes.ts';
import { callRoutes } from './call-routes.ts';
import { directoryRoutes } from './directory-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { greetingRoutes } from './greeting-routes.ts';
import { handleErrors } from './handle-errors.ts';
import type { HttpParts } from './http-parts.ts';
import { createOwnOrigin } from './own-origin.ts';
import { outsideRoutes } from './outside-routes.ts';
import { personRoutes } from './person-routes.ts';
import { recordingRoutes } from './recording-routes.ts';
import { replyRoutes } from './reply-routes.ts';
import { securityHeaders } from './security-headers.ts';
import { sendError } from './send-error.ts';
import { createServe, type Serve, type WhoIs } from './serve.ts';
import { createSessionCookie, type SessionCookie } from './session-cookie.ts';
import { sessionRoutes } from './session-routes.ts';
import { systemRoutes } from './system-routes.ts';
import { templateRoutes } from './template-routes.ts';
import { testCallRoutes } from './test-call-routes.ts';
import { openUpgrades } from './upgrades.ts';
import { userRoutes } from './user-routes.ts';
import { webFiles } from './web-files.ts';
import { worklistRoutes } from './worklist-routes.ts';

const largestBodyBytes = 64 * 1024;
const requestsPerMinute = 1200;

/** The whole web side: routes, event stream, SIP edge and files on one port. Listens when told to. */
export async function buildApp(parts: HttpParts): Promise<FastifyInstance> {
  const { settings, log } = parts;
  // Limits are for each address: behind a proxy, for the one it forwards for.
  const trustProxy = settings.proxies.length > 0 && [...settings.proxies];
  const app = fastify({ logger: false, bodyLimit: largestBodyBytes, forceCloseConnections: true, trustProxy });
  // Only JSON is read: a form of another site could send plain text.
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const cookie = createSessionCookie(settings);
  const origin = createOwnOrigin({ origins: settings.origins, loopbackOnly: isLoopback(settings.host) });

  handleErrors(app, log);
  await app.register(cookiePlugin);
  // The page's own files are dozens a visit, and cost little: a house behind one address may reload all its desks at once.
  const allowList = (request: FastifyRequest): boolean => !request.url.startsWith('/api/');
  await app.register(rateLimit, { max: requestsPerMinute, timeWindow: '1 minute', allowList });
  await securityHeaders(app);
  await apiDocs(app, settings.version);
  app.addHook('onRequest', async (request, reply) => {
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    const foreign = changes && request.headers.origin !== undefined && !origin.isOurs(request.headers);
    if (foreign || !origin.isOurHost(request.headers.host ?? '')) return sendError(reply, 'foreignOrigin');
    return undefined;
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    log.debug(
      { method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
  });

  const whoIs: WhoIs = async (request) => {
    const token = cookie.read(request.headers.cookie);
    return token === undefined ? ok(null) : parts.accounts.whoIs(token);
  };
  allRoutes(app, createServe(app, whoIs), parts, cookie);
  await greetingRoutes(app, whoIs, parts);
  if (settings.webFolder === null) app.setNotFoundHandler((_request, reply) => sendError(reply, 'notFound'));
  else await webFiles(app, settings.webFolder);
  openUpgrades(app, parts, { origin, cookie });
  return app;
}

function allRoutes(app: FastifyInstance, serve: Serve, parts: HttpParts, cookie: SessionCookie): void {
  const listenings = createListenings(parts.review);
  sessionRoutes(serve, parts, cookie);
  callRoutes(serve, parts);
  outsideRoutes(serve, parts);
  replyRoutes(serve, parts, listenings);
  worklistRoutes(serve, parts);
  exportRoutes(serve, parts);
  recordingRoutes(serve, parts, listenings);
  auditRoutes(serve, parts);
  userRoutes(serve, parts);
  personRoutes(serve, parts);
  directoryRoutes(serve, parts);
  systemRoutes(app, serve, parts);
  templateRoutes(serve, parts);
  testCallRoutes(serve, parts);
}
