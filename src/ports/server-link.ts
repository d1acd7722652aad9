import type { z } from 'zod';
import type { api, OperationName } from '../../shared/protocol/api.ts';
import type { ErrorCode } from '../../shared/protocol/errors.ts';
import type { ServerFrame } from '../../shared/protocol/stream.ts';
import type { Result } from '../../shared/result.ts';

/** The server, as the page sees it: it is asked over HTTP, and tells what happens over the event stream. */
export interface ServerLink {
  /** Carries out one operation of the `api` table. `unreachable`: no answer, or none that this page understands. */
  call<Name extends OperationName>(
    name: Name,
    request: ApiRequest<Name>,
    options?: CallOptions,
  ): Promise<ApiResult<Name>>;
  /** Carries out an operation whose body is a file, and says how far it has come. */
  upload<Name extends OperationName>(name: Name, request: ApiRequest<Name>, upload: Upload): Promise<ApiResult<Name>>;
  /** Follows the event stream until closed, reconnecting by itself. */
  follow(listener: StreamListener): StreamSubscription;
}

/** `outlivesPage`: goes on when the page is closed meanwhile; for bodies of some kB. */
export type CallOptions = { readonly outlivesPage?: boolean };

/** `onProgress` is told which share of it is sent, 0 to 1. */
export type Upload = { readonly file: Blob; readonly onProgress: (share: number) => void };

type Api = typeof api;
type Parts = 'params' | 'query' | 'body';

/** What an operation takes: its path parameters, query and body, as far as it has them. */
export type ApiRequest<Name extends OperationName> = {
  readonly [
    Part in Parts as Api[Name] extends { readonly [Key in Part]: z.ZodType } ? Part : never
  ]: Api[Name] extends {
    readonly [Key in Part]: infer Schema extends z.ZodType;
  }
    ? z.input<Schema>
    : never;
};

export type ApiAnswer<Name extends OperationName> = z.output<Api[Name]['answer']>;
export type ApiResult<Name extends OperationName> = Result<ApiAnswer<Name>, ApiFailure>;

/** Why an operation failed: a code of the errors table, or that the server could not be asked. `by`: the colleague who was first. */
export type ApiFailure = { readonly code: ErrorCode | 'unreachable'; readonly field?: string; readonly by?: string };

export type StreamListener = {
  readonly frame: (frame: ServerFrame) => void;
  readonly state: (state: StreamState) => void;
  /** For longer than a moment this page heard nothing: it slept, or the network was away. Now it is up to date again. */
  readonly away: (gap: Gap) => void;
};

/** From the last word before to the first after; this computer's clock, milliseconds since the epoch. */
export type Gap = { readonly from: number; readonly to: number };

/** `open` once the first snapshot (or `resumed`) is in. Times are this computer's, milliseconds since the epoch. */
export type StreamState =
  | { readonly state: 'connecting'; readonly since: number }
  | { readonly state: 'open'; readonly since: number }
  | { readonly state: 'waiting'; readonly since: number; readonly retryAt: number }
  | { readonly state: 'signedOut'; readonly since: number };

export type StreamSubscription = {
  /** Forgets where it was and asks for everything anew. */
  readonly refresh: () => void;
  /** Tries now instead of when the pause is over. */
  readonly retry: () => void;
  readonly close: () => void;
};
