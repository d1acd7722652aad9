import type { Clock } from '../../ports/clock.ts';
import { ariRefusal } from './ari-schemas.ts';
import { createInFlightLimit } from './in-flight-limit.ts';
import { parsedJson } from './parsed-json.ts';

export type AriAnswer =
  | { readonly kind: 'done'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  /** No answer within the deadline, no connection, or not booted yet (503). Whether it was done is not known. */
  | { readonly kind: 'unavailable' };

export type AriMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type AriRequest = {
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
};
export type AriRest = (method: AriMethod, path: readonly string[], request?: AriRequest) => Promise<AriAnswer>;

export type AriRestOptions = {
  /** With the prefix: `http://127.0.0.1:8088/ari`. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly clock: Clock;
  readonly deadlineMs: number;
};

/**
 * Asterisk's HTTP server takes 100 connections at a time by default (`sessionlimit`, http.conf), the consoles' own
 * among them, and cuts off what is beyond.
 */
const mostInFlight = 24;

export const basicAuthorization = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** The REST half of ARI, over kept-alive connections. `path` is given in parts and encoded here. */
export function createAriRest(options: AriRestOptions): AriRest {
  const limited = createInFlightLimit(mostInFlight);
  return async (method, path, request = {}) => {
    // The wait for a free place counts, so that a PBX that hangs keeps nobody longer than this.
    const patience = new AbortController();
    const stopTimer = options.clock.after(options.deadlineMs, () => patience.abort());
    const url = urlOf(options.url, path, request);
    const answer = await limited(() => ask(options, method, url, request.body, patience.signal));
    stopTimer();
    return answer;
  };
}

function urlOf(base: string, path: readonly string[], { query = {} }: AriRequest): string {
  const given = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) given.set(key, value);
  const search = given.toString();
  return `${base}/${path.map(encodeURIComponent).join('/')}${search === '' ? '' : `?${search}`}`;
}

async function ask(
  { user, password }: AriRestOptions,
  method: AriMethod,
  url: string,
  body: unknown,
  signal: AbortSignal,
): Promise<AriAnswer> {
  const authorization = basicAuthorization(user, password);
  try {
    const response = await fetch(url, {
      method,
      signal,
      headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answerOf(response.status, await response.text());
  } catch (error) {
    // fetch rejects with these two only: it never got through (TypeError), or we lost patience (AbortError).
    if (error instanceof TypeError || signal.aborted) return { kind: 'unavailable' };
    throw error;
  }
}

function answerOf(status: number, text: string): AriAnswer {
  if (status === 503) return { kind: 'unavailable' };
  const body = text === '' ? null : parsedJson(text);
  if (status >= 200 && status < 300) return { kind: 'done', body };
  const { data } = ariRefusal.safeParse(body);
  return { kind: 'refused', status, message: data?.message ?? data?.error ?? '' };
}
