import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { api, type OperationName } from '../../shared/protocol/api.ts';
import { type Operation, sound } from '../../shared/protocol/operation.ts';
import { errorBodySchema, errorTable, type ErrorCode } from '../../shared/protocol/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { SignedIn } from '../accounts/sign-in.ts';
import type { Role } from '../ports/stores.ts';
import { sendError } from './send-error.ts';
import { Streamed } from './streamed.ts';

/** Who may call an operation; a role includes those above it. */
export type Access = 'everybody' | 'signedIn' | Role;

type Api = typeof api;
type Part<Op, Key extends string> = Op extends { readonly [K in Key]: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : undefined;

export type Asked<Name extends OperationName> = {
  readonly params: Part<Api[Name], 'params'>;
  readonly query: Part<Api[Name], 'query'>;
  readonly body: Part<Api[Name], 'body'>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};
export type AskedSignedIn<Name extends OperationName> = Asked<Name> & { readonly by: SignedIn };
/** An error with a sentence that fits better than the one in the table; `by`: the colleague who was first. */
export type Refusal = { readonly code: ErrorCode; readonly message: string; readonly by?: string };
type Answer<Op extends Operation> =
  | z.output<Op['answer']>
  | (Uint8Array extends z.output<Op['answer']> ? Streamed : never);
export type Answered<Name extends OperationName> = Promise<Result<Answer<Api[Name]>, ErrorCode | Refusal>>;

export type WhoIs = (request: FastifyRequest) => Promise<Result<SignedIn | null, ErrorCode>>;

/** Puts operations of the one table (shared/protocol/api.ts) on the air: a route translates, the use-case decides. */
export function createServe(app: FastifyInstance, whoIs: WhoIs) {
  const register = (
    op: Operation,
    access: Access,
    handle: (
      request: FastifyRequest,
      reply: FastifyReply,
      by: SignedIn | null,
    ) => Promise<Result<unknown, ErrorCode | Refusal>>,
  ): void => {
    app.route({
      method: op.method,
      url: op.path,
      schema: schemaOf(op),
      handler: async (request, reply) => {
        const by = access === 'everybody' ? null : await admit(request, access, whoIs);
        if (typeof by === 'string') return sendError(reply, by);
        const result = await handle(request, reply, by);
        if (!result.ok) return refuse(reply, result.error);
        if (result.value instanceof Streamed) return stream(reply, result.value);
        return op.status === 204 || op.status === 202
          ? reply.code(op.status).send()
          : reply.code(op.status).send(result.value);
      },
    });
  };
  return {
    open: <Name extends OperationName>(name: Name, handle: (asked: Asked<Name>) => Answered<Name>): void =>
      register(api[name], 'everybody', (request, reply) => handle(partsOf<Name>(request, reply))),
    signedIn: <Name extends OperationName>(
      name: Name,
      access: Exclude<Access, 'everybody'>,
      handle: (asked: AskedSignedIn<Name>) => Answered<Name>,
    ): void =>
      register(api[name], access, (request, reply, by) => {
        if (by === null) throw new Error(`${name} was reached without a session`);
        return handle({ ...partsOf<Name>(request, reply), by });
      }),
  };
}

const stream = (reply: FastifyReply, { status, headers, body }: Streamed) =>
  reply.code(status).headers(headers).send(body);

const refuse = (reply: FastifyReply, error: ErrorCode | Refusal) =>
  typeof error === 'string' ? sendError(reply, error) : sendError(reply, error.code, error);

export type Serve = ReturnType<typeof createServe>;

function partsOf<Name extends OperationName>(request: FastifyRequest, reply: FastifyReply): Asked<Name> {
  const parts = { params: request.params, query: request.query, body: request.body, request, reply };
  // The validator compiler has parsed each part with the very schema the type is made from.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return parts as Asked<Name>;
}

const rank: Record<Role, number> = { receptionist: 0, supervisor: 1, administrator: 2 };

async function admit(request: FastifyRequest, access: Access, whoIs: WhoIs): Promise<SignedIn | ErrorCode> {
  const who = await whoIs(request);
  if (!who.ok) return who.error;
  if (who.value === null) return 'signedOut';
  if (access === 'everybody' || access === 'signedIn') return who.value;
  return rank[who.value.user.role] >= rank[access] ? who.value : 'forbidden';
}

const generalErrors = ['badRequest', 'signedOut', 'tooManyRequests', 'internal', 'databaseUnavailable'] as const;

function schemaOf(op: Operation) {
  const statuses = new Set([...generalErrors, ...op.errors].map((code) => errorTable[code].status));
  return {
    summary: op.summary,
    ...(op.params && { params: op.params }),
    ...(op.query && { querystring: op.query }),
    ...(op.body && { body: op.body }),
    response: {
      [op.status]: answerOf(op),
      ...(op.partial === true && { 206: answerOf(op) }),
      ...Object.fromEntries([...statuses].map((status) => [status, errorBodySchema])),
    },
  };
}

/** For the OpenAPI document: what is sound does not come as JSON. */
function answerOf({ answer, soundTypes = ['audio/wav'] }: Operation) {
  if (answer !== sound) return answer;
  return { description: 'The sound', content: Object.fromEntries(soundTypes.map((type) => [type, { schema: sound }])) };
}
