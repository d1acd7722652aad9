import { api, type OperationName } from '../../../shared/protocol/api.ts';
import { sound, type Operation } from '../../../shared/protocol/operation.ts';
import { errorBodySchema } from '../../../shared/protocol/errors.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { ApiAnswer, ApiFailure, ApiRequest, ApiResult, CallOptions } from '../../ports/server-link.ts';

type Fetch = (path: string, init: RequestInit) => Promise<Response>;
type Given = {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly outlivesPage: boolean;
};

/** The client of the `api` table: builds the request from the table, and parses what comes back by it. */
export function createApiClient(fetch: Fetch) {
  return async <Name extends OperationName>(
    name: Name,
    request: ApiRequest<Name>,
    { outlivesPage = false }: CallOptions = {},
  ): Promise<ApiResult<Name>> => {
    const answer = await ask(fetch, api[name], { ...request, outlivesPage });
    // `ask` has parsed the answer by this operation's own schema; the compiler cannot follow the name through the table.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return answer.ok ? ok(answer.value as ApiAnswer<Name>) : answer;
  };
}

async function ask(fetch: Fetch, operation: Operation, given: Given): Promise<Result<unknown, ApiFailure>> {
  try {
    const response = await fetch(pathOf(operation, given), {
      method: operation.method,
      credentials: 'same-origin',
      // Fetch standard: the request goes on when its page is gone, up to 64 KiB.
      keepalive: given.outlivesPage,
      signal: AbortSignal.timeout(10_000),
      headers: { accept: 'application/json', ...(given.body !== undefined && { 'content-type': 'application/json' }) },
      ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
    });
    if (response.ok && operation.answer === sound) return ok(new Uint8Array(await response.arrayBuffer()));
    const text = await response.text();
    return response.ok ? read(operation, text) : fail(failureIn(text));
  } catch {
    // No connection, no answer within 10 s, or something between us and the server that does not speak JSON.
    return fail({ code: 'unreachable' });
  }
}

function read(operation: Operation, text: string): Result<unknown, ApiFailure> {
  const parsed = operation.answer.safeParse(text === '' ? null : JSON.parse(text));
  return parsed.success ? ok(parsed.data) : fail({ code: 'unreachable' });
}

function failureIn(text: string): ApiFailure {
  const body = errorBodySchema.safeParse(JSON.parse(text));
  if (!body.success) return { code: 'unreachable' };
  const { code, field, by } = body.data;
  return { code, ...(field !== undefined && { field }), ...(by !== undefined && { by }) };
}

function pathOf(operation: Operation, { params, query }: Given): string {
  const values = asRecord(params);
  const path = operation.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const search = new URLSearchParams(asRecord(query)).toString();
  return search === '' ? path : `${path}?${search}`;
}

const asRecord = (given: unknown): Record<string, string> =>
  typeof given === 'object' && given !== null
    ? Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]))
    : {};
