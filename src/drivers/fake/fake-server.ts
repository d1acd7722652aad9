import { api, type OperationName } from '../../../shared/protocol/api.ts';
import type { ServerFrame } from '../../../shared/protocol/stream.ts';
import { fail } from '../../../shared/result.ts';
import { createEmitter } from '../../lib/emitter.ts';
import type {
  ApiRequest,
  ApiResult,
  ServerLink,
  Gap,
  StreamListener,
  StreamState,
  StreamSubscription,
  Upload,
} from '../../ports/server-link.ts';

type Handlers = { [Name in OperationName]?: (request: ApiRequest<Name>) => Promise<ApiResult<Name>> | ApiResult<Name> };

/** A server that answers as it is told to, and whose stream says what it is given. */
export class FakeServer implements ServerLink {
  readonly handlers: Handlers;
  /** What has been asked, in order. */
  readonly asked: { readonly name: OperationName; readonly request: unknown }[] = [];
  /** How often somebody wanted everything anew. */
  refreshes = 0;
  retries = 0;
  readonly #frames = createEmitter<ServerFrame>();
  readonly #states = createEmitter<StreamState>();
  readonly #gaps = createEmitter<Gap>();

  constructor(handlers: Handlers = {}) {
    this.handlers = handlers;
  }

  /** What has been asked to be done, in order; asking for things to look at does nothing. */
  get commanded(): FakeServer['asked'] {
    return this.asked.filter(({ name }) => api[name].method !== 'GET');
  }

  readonly call = async <Name extends OperationName>(
    name: Name,
    request: ApiRequest<Name>,
  ): Promise<ApiResult<Name>> => {
    this.asked.push({ name, request });
    const handler: ((request: ApiRequest<Name>) => Promise<ApiResult<Name>> | ApiResult<Name>) | undefined =
      this.handlers[name];
    return handler === undefined ? fail({ code: 'unreachable' }) : handler(request);
  };

  /** The files that were sent, in order. */
  readonly uploads: Blob[] = [];
  readonly upload = <Name extends OperationName>(
    name: Name,
    request: ApiRequest<Name>,
    { file, onProgress }: Upload,
  ): Promise<ApiResult<Name>> => {
    this.uploads.push(file);
    onProgress(1);
    return this.call(name, request);
  };

  readonly follow = (listener: StreamListener): StreamSubscription => this.followFrames(listener);

  protected followFrames(listener: StreamListener): StreamSubscription {
    const stops = [
      this.#frames.subscribe(listener.frame),
      this.#states.subscribe(listener.state),
      this.#gaps.subscribe(listener.away),
    ];
    return {
      refresh: () => {
        this.refreshes += 1;
      },
      retry: () => {
        this.retries += 1;
      },
      close: () => stops.forEach((stop) => stop()),
    };
  }

  readonly say = (frame: ServerFrame): void => this.#frames.emit(frame);
  /** The page is back after it heard nothing for a while. */
  readonly comeBack = (gap: Gap): void => this.#gaps.emit(gap);
  readonly become = (state: StreamState): void => this.#states.emit(state);
}
