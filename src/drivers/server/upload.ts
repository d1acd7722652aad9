import { api, type OperationName } from '../../../shared/protocol/api.ts';
import { errorBodySchema } from '../../../shared/protocol/errors.ts';
import { fail, ok } from '../../../shared/result.ts';
import { parseJson } from '../../lib/parse-json.ts';
import type { ApiAnswer, ApiFailure, ApiRequest, ApiResult, Upload } from '../../ports/server-link.ts';

/** Five megabytes over a slow line. */
const patienceMs = 120_000;

/** Sends a file as the body of an operation: XMLHttpRequest, because fetch says nothing of how far it has come. */
export function sendFile<Name extends OperationName>(
  name: Name,
  request: ApiRequest<Name>,
  { file, onProgress }: Upload,
): Promise<ApiResult<Name>> {
  const operation = api[name];
  return new Promise((resolve) => {
    const sending = new XMLHttpRequest();
    const failed = (): void => resolve(fail({ code: 'unreachable' }));
    sending.open(operation.method, pathOf(operation.path, request));
    sending.timeout = patienceMs;
    sending.setRequestHeader('content-type', 'application/octet-stream');
    sending.setRequestHeader('accept', 'application/json');
    sending.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    for (const how of ['error', 'abort', 'timeout']) sending.addEventListener(how, failed);
    sending.addEventListener('load', () => {
      const body = parseJson(sending.responseText);
      if (sending.status >= 300) return resolve(fail(failureIn(body)));
      const answer = operation.answer.safeParse(body);
      // Parsed by this operation's own schema; the compiler cannot follow the name through the table.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return answer.success ? resolve(ok(answer.data as ApiAnswer<Name>)) : failed();
    });
    sending.send(file);
  });
}

function failureIn(body: unknown): ApiFailure {
  const read = errorBodySchema.safeParse(body);
  return { code: read.success ? read.data.code : 'unreachable' };
}

function pathOf(path: string, { params }: { readonly params?: Readonly<Record<string, string>> }): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
}
