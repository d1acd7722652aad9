import { WebSocket } from 'ws';
import type { EdgeUpstream } from './edge-options.ts';
import { Peer, type PeerEnd, type PeerOptions } from './peer.ts';

/** More than Asterisk ever sends in a frame. */
const mostPayloadBytes = 256 * 1024;

export type UpstreamEvents = { readonly message: (frame: Buffer) => void; readonly ended: (how: PeerEnd) => void };

/** One connection to the PBX. Frames wait, a bounded number of them, until it is open. */
export class Upstream {
  readonly #peer: Peer;
  readonly #limits: PeerOptions['limits'];
  #waiting: Buffer[] = [];

  constructor(socket: WebSocket, options: PeerOptions, on: UpstreamEvents) {
    this.#limits = options.limits;
    this.#peer = new Peer(socket, options, {
      opened: () => this.#flush(),
      message: on.message,
      ended: on.ended,
    });
  }

  get isOpen(): boolean {
    return this.#peer.isOpen;
  }

  send(frame: Buffer): 'taken' | 'full' | 'tooSlow' {
    if (this.isOpen) return this.#peer.send(frame) ? 'taken' : 'tooSlow';
    const bytes = this.#waiting.reduce((sum, { length }) => sum + length, frame.length);
    if (this.#waiting.length >= this.#limits.queuedFrames || bytes > this.#limits.queuedBytes) return 'full';
    this.#waiting.push(frame);
    return 'taken';
  }

  close(): void {
    this.#waiting = [];
    this.#peer.close(1000, '');
  }

  #flush(): void {
    for (const frame of this.#waiting.splice(0)) this.#peer.send(frame);
  }
}

/**
 * Text from the PBX is not checked on arrival: a caller's name in some old encoding, passed on by Asterisk as it came,
 * must not cost a console its connection. `asText` mends it.
 */
export const dial = ({ url, localAddress }: EdgeUpstream): WebSocket =>
  new WebSocket(url, ['sip'], {
    perMessageDeflate: false,
    skipUTF8Validation: true,
    maxPayload: mostPayloadBytes,
    ...(localAddress !== undefined && { localAddress }),
  });
