import { ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import { outOfReach, tooSlow, type Trouble, useless } from './trouble.ts';

export type HttpRequest = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};
export type HttpAnswer = { readonly contentType: string; readonly bytes: Buffer };

/** Asks a provider once, and takes nothing but a whole answer of 200 in time. */
export type Ask = (request: HttpRequest) => Promise<Result<HttpAnswer, Trouble>>;

/** Five minutes of sound in base64, and then some. */
const mostBytes = 32 * 1024 * 1024;
/** Who answers so answers all of us so, for a while. */
const refusals: ReadonlySet<number> = new Set([401, 403, 408, 429]);

/** `signal` ends what is under way. */
export function createAsk(options: {
  readonly clock: Pick<Clock, 'after'>;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}): Ask {
  const { clock, deadlineMs, signal } = options;
  return async ({ url, ...request }) => {
    const deadline = new AbortController();
    const stopDeadline = clock.after(deadlineMs, () => deadline.abort());
    try {
      const response = await fetch(url, {
        ...request,
        // A key follows nobody elsewhere.
        redirect: 'error',
        signal: AbortSignal.any([signal, deadline.signal]),
      });
      const bytes = response.ok ? await readAll(response) : undefined;
      if (bytes === undefined) await response.body?.cancel();
      if (!response.ok) return refusal(response.status);
      if (bytes === undefined) return useless('too much');
      return ok({ contentType: response.headers.get('content-type') ?? '', bytes });
    } catch (error) {
      // Whatever fetch throws is the network's or the provider's doing.
      if (signal.aborted) return useless('closed');
      return deadline.signal.aborted ? tooSlow : outOfReach(`no answer: ${reasonOf(error)}`);
    } finally {
      stopDeadline();
    }
  };
}

const refusal = (status: number): Result<never, Trouble> =>
  status >= 500 || refusals.has(status) ? outOfReach(`status ${status}`) : useless(`status ${status}`);

/** Undefined where there is no end to it. */
async function readAll({ body }: Response): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > mostBytes) {
      reader?.releaseLock();
      return undefined;
    }
  }
  return Buffer.concat(parts);
}

/** The code of the system where there is one: messages may hold addresses. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.name : 'unknown';
}
