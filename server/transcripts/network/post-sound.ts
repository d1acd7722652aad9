import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { TranscriberFailure } from '../../ports/transcriber.ts';

/** Words of ten minutes, with everything that is said of each. */
const mostBytes = 16 * 1024 * 1024;
/** What would be answered so to every other sound too. */
const refusals: ReadonlySet<number> = new Set([401, 403, 404, 408, 429]);

export type SoundPost = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly form: FormData;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
};

/** Sends a form once, and takes nothing but a whole JSON answer of 200 in time. */
export async function postSound(
  { clock, log }: { readonly clock: Pick<Clock, 'after'>; readonly log: Pick<Log, 'warn'> },
  { url, headers, form, deadlineMs, signal }: SoundPost,
): Promise<Result<unknown, TranscriberFailure>> {
  const deadline = new AbortController();
  const stopDeadline = clock.after(deadlineMs, () => deadline.abort());
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: form,
      // A key follows nobody elsewhere.
      redirect: 'error',
      signal: AbortSignal.any([signal, deadline.signal]),
    });
    if (!response.ok) {
      await response.body?.cancel();
      log.warn({ status: response.status }, 'the transcriber refused a sound');
      return fail(refused(response.status));
    }
    return await answered(response);
  } catch (error) {
    // Whatever fetch throws is the network's or the provider's doing; its message may hold addresses.
    if (deadline.signal.aborted) return fail('transcriberTimedOut');
    if (!signal.aborted) log.warn({ reason: reasonOf(error) }, 'the transcriber cannot be reached');
    return fail('transcriberUnavailable');
  } finally {
    stopDeadline();
  }
}

const refused = (status: number): TranscriberFailure =>
  status >= 500 || refusals.has(status) ? 'transcriberUnavailable' : 'notUnderstood';

async function answered({ body }: Response): Promise<Result<unknown, TranscriberFailure>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > mostBytes) {
      await reader?.cancel();
      return fail('notUnderstood');
    }
  }
  return jsonIn(Buffer.concat(parts).toString());
}

function jsonIn(text: string): Result<unknown, TranscriberFailure> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return fail('notUnderstood');
    throw error;
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.name : 'unknown';
}
