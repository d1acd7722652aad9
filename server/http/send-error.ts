import type { FastifyReply } from 'fastify';
import { errorTable, type ErrorBody, type ErrorCode } from '../../shared/protocol/errors.ts';

/** The one way an error leaves: a code of the table, its status, and the sentence a person reads. */
export function sendError(
  reply: FastifyReply,
  code: ErrorCode,
  about?: { readonly field?: string; readonly message?: string; readonly by?: string },
) {
  const { status, message } = errorTable[code];
  const body: ErrorBody = {
    code,
    message: about?.message ?? message,
    ...(about?.field !== undefined && { field: about.field }),
    ...(about?.by !== undefined && { by: about.by }),
  };
  return reply.code(status).type('application/json').serializer(JSON.stringify).send(body);
}
