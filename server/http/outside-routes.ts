import { ok } from '../../shared/result.ts';
import { agentOf } from './call-routes.ts';
import type { HttpParts } from './http-parts.ts';
import { seenReply } from './reply-routes.ts';
import type { Serve } from './serve.ts';

/** Calls to the outside. */
export function outsideRoutes(serve: Serve, parts: HttpParts): void {
  const { possible, country, place } = parts.outside;

  serve.signedIn('dialling', 'signedIn', async () => ok({ possible, country }));

  serve.signedIn('placeCall', 'signedIn', async ({ body, by }) => {
    const reply = body.replyId === undefined ? ok(null) : await seenReply(parts, by, body.replyId);
    return reply.ok ? place(agentOf(by), { number: body.number, reply: reply.value }) : reply;
  });
}
