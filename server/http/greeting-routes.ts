import type { FastifyInstance } from 'fastify';
import { largestGreeting } from '../../shared/protocol/greeting-operations.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { GreetingFailure } from '../ports/greetings.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { createAudit } from './audit.ts';
import type { HttpParts } from './http-parts.ts';
import { sendError } from './send-error.ts';
import { createServe, type WhoIs } from './serve.ts';

/** A file that is larger than it may be, but not by much, is read to its end, so that whoever sends it gets to read the answer. */
const longestRead = 4 * largestGreeting;
const soundTypes = ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/mpeg', 'audio/mp3', 'application/octet-stream'];

/**
 * What callers hear before the tone. In a corner of its own of the web side: nowhere else sound is taken, nor as much, and only
 * from somebody who is signed in.
 */
export async function greetingRoutes(app: FastifyInstance, whoIs: WhoIs, parts: HttpParts): Promise<void> {
  await app.register(async (corner) => {
    corner.removeAllContentTypeParsers();
    corner.addContentTypeParser(soundTypes, { parseAs: 'buffer', bodyLimit: longestRead }, (_request, body, done) =>
      done(null, body),
    );
    corner.addHook('onRequest', async (request, reply) => {
      const who = await whoIs(request);
      if (!who.ok) return sendError(reply, who.error);
      return who.value === null ? sendError(reply, 'signedOut') : undefined;
    });
    corner.setErrorHandler((error: { readonly code?: string }, _request, reply) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return sendError(reply, 'soundTooLarge');
      if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return sendError(reply, 'notASound');
      throw error;
    });
    routes(createServe(corner, whoIs), parts);
  });
}

function routes(serve: ReturnType<typeof createServe>, parts: HttpParts): void {
  const { greetings } = parts.replying;
  const audit = createAudit(parts);

  serve.signedIn('saveGreeting', 'administrator', async ({ params, request, by }) => {
    const queue = await nameOfQueue(parts, params.id);
    if (!queue.ok) return queue;
    const { body } = request;
    if (!(body instanceof Uint8Array) || body.length === 0) return fail('notASound');
    if (body.length > largestGreeting) return fail('soundTooLarge');
    const saved = await greetings.save(params.id, params.kind, body);
    if (!saved.ok) return fail(codeOf(saved.error));
    const about = `${queue.value}, ${params.kind}`;
    const written = await audit(by, { action: 'greetingSaved', subject: params.id, about });
    return written.ok ? saved : written;
  });

  serve.signedIn('greeting', 'administrator', async ({ params, reply }) => {
    const queue = await nameOfQueue(parts, params.id);
    if (!queue.ok) return queue;
    const sound = await greetings.read(params.id, params.kind);
    if (!sound.ok) return fail(codeOf(sound.error));
    if (sound.value === null) return fail('noGreeting');
    void reply.headers({ 'content-type': 'audio/wav', 'cache-control': 'private, no-store' });
    return ok(sound.value);
  });

  serve.signedIn('removeGreeting', 'administrator', async ({ params, by }) => {
    const queue = await nameOfQueue(parts, params.id);
    if (!queue.ok) return queue;
    const removed = await greetings.remove(params.id, params.kind);
    if (!removed.ok) return removed;
    if (!removed.value) return fail('noGreeting');
    const about = `${queue.value}, ${params.kind}`;
    const written = await audit(by, { action: 'greetingRemoved', subject: params.id, about });
    return written.ok ? ok(null) : written;
  });
}

/** Its name. */
async function nameOfQueue(
  { directory }: HttpParts,
  queueId: string,
): Promise<Result<string, StoreFailure | 'noSuchQueue'>> {
  const queues = await directory.queues();
  if (!queues.ok) return queues;
  const queue = queues.value.find(({ id }) => id === queueId);
  return queue === undefined ? fail('noSuchQueue') : ok(queue.name);
}

function codeOf(error: GreetingFailure) {
  if (error === 'storageUnavailable') return 'soundUnavailable';
  return error === 'toolsBusy' ? 'soundToolsBusy' : error;
}
