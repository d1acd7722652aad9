import type { ServerFrame } from '../../../../shared/protocol/stream.ts';
import { createEmitter, type Emitter } from '../../../lib/emitter.ts';
import type { ServerLink } from '../../../ports/server-link.ts';

/** What the event stream says, to whoever wants to hear it besides the page. */
export type Frames = Pick<Emitter<ServerFrame>, 'subscribe'>;

/** The same server, and what it tells the page: one event stream serves both. */
export function tapFrames(server: ServerLink): { readonly server: ServerLink; readonly frames: Frames } {
  const frames = createEmitter<ServerFrame>();
  return {
    frames,
    server: {
      upload: (name, request, upload) => server.upload(name, request, upload),
      call: (name, request, options) => server.call(name, request, options),
      follow: (listener) =>
        server.follow({
          ...listener,
          frame: (frame) => {
            listener.frame(frame);
            frames.emit(frame);
          },
        }),
    },
  };
}
