import type { FastifyError, FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { ErrorCode } from '../../shared/protocol/errors.ts';
import type { Log } from '../ports/log.ts';
import { sendError } from './send-error.ts';

/** The framework's own codes in ours. Whatever is not here is a bug of ours. */
const ourCode: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformedJson',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformedJson',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'badRequest',
  FST_ERR_CTP_BODY_TOO_LARGE: 'tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupportedMediaType',
  FST_ERR_BAD_URL: 'notFound',
};

/** Every failure of the web layer becomes an entry of the error table; a bug is logged and told without its insides. */
export function handleErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const [first] = error.validation;
      const field = first?.instancePath.slice(1).replaceAll('/', '.');
      return sendError(reply, 'badRequest', {
        ...(field !== undefined && field !== '' && { field }),
        ...(first?.message !== undefined && { message: first.message }),
      });
    }
    const code = ourCode[error.code] ?? (error.statusCode === 429 ? 'tooManyRequests' : undefined);
    if (code !== undefined) return sendError(reply, code);
    log.error({ err: error, method: request.method, route: request.routeOptions.url }, 'a request failed');
    return sendError(reply, 'internal');
  });
}
