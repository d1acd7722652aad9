import type { RawData, WebSocket } from 'ws';
import type { Clock } from '../ports/clock.ts';
import type { EdgeLimits } from './edge-options.ts';

export type PeerEnd = 'closed' | 'dead' | 'unreachable' | 'badText' | 'tooLarge' | 'notWebSocket';

export type PeerEvents = {
  readonly opened?: () => void;
  readonly message: (data: Buffer, isBinary: boolean) => void;
  readonly pinged?: () => void;
  /** The `ping`th ping was answered. */
  readonly confirmed?: (ping: number) => void;
  readonly ended: (how: PeerEnd) => void;
};

export type PeerOptions = { readonly clock: Clock; readonly pingMs: number; readonly limits: EdgeLimits };

const mostUnanswered = 2;

/** One WebSocket, a browser's or the PBX's: pinged, bounded, and over exactly once. */
export class Peer {
  readonly #ws: WebSocket;
  readonly #options: PeerOptions;
  readonly #on: PeerEvents;
  #opened: boolean;
  #over = false;
  #pings = 0;
  #unanswered = 0;
  #stopTimer = (): void => {};

  constructor(ws: WebSocket, options: PeerOptions, on: PeerEvents) {
    this.#ws = ws;
    this.#options = options;
    this.#on = on;
    this.#opened = ws.readyState !== ws.CONNECTING;
    if (this.#opened) this.#beatLater();
    else this.#set(options.limits.openWithinMs, () => this.#lose('unreachable'));
    this.#listen();
  }

  /** How many pings it was sent. */
  get pings(): number {
    return this.#pings;
  }

  get isOpen(): boolean {
    return !this.#over && this.#ws.readyState === this.#ws.OPEN;
  }

  /** Sends a text frame. False when the peer reads too slowly; a frame for a peer that is over goes nowhere. */
  send(frame: Buffer): boolean {
    if (!this.isOpen) return true;
    if (this.#ws.bufferedAmount + frame.length > this.#options.limits.bufferedBytes) return false;
    this.#ws.send(frame, { binary: false });
    return true;
  }

  /** Says goodbye, and cuts the line when that takes too long. Nothing is told after this. */
  close(code: number, reason: string): void {
    this.#leave();
    if (this.#ws.readyState === this.#ws.CONNECTING) this.#ws.terminate();
    else this.#ws.close(code, reason);
  }

  #listen(): void {
    const ws = this.#ws;
    ws.on('open', () => this.#open());
    ws.on('message', (data, isBinary) => (this.#over ? undefined : this.#on.message(bufferOf(data), isBinary)));
    ws.on('ping', () => (this.#over ? undefined : this.#on.pinged?.()));
    ws.on('pong', (data) => {
      this.#unanswered = 0;
      this.#on.confirmed?.(Number(data.toString('latin1')));
    });
    ws.on('error', (error) => this.#fail(faultOf(error)));
    ws.on('close', () => this.#closed());
  }

  #open(): void {
    if (this.#over) return;
    this.#opened = true;
    this.#beatLater();
    this.#on.opened?.();
  }

  #beatLater(): void {
    this.#set(this.#options.pingMs, () => this.#beat());
  }

  #beat(): void {
    if (this.#unanswered >= mostUnanswered) return this.#lose('dead');
    this.#unanswered += 1;
    this.#pings += 1;
    this.#ws.ping(String(this.#pings));
    return this.#beatLater();
  }

  /** What the network did is told by the 'close' that follows; what the peer did is a fault of its own. */
  #fail(fault: PeerEnd | undefined): void {
    if (fault === undefined || this.#over) return;
    this.#leave();
    this.#on.ended(fault);
  }

  #closed(): void {
    this.#stopTimer();
    if (this.#over) return;
    this.#over = true;
    this.#on.ended(this.#opened ? 'closed' : 'unreachable');
  }

  #leave(): void {
    this.#over = true;
    this.#set(this.#options.limits.closeWithinMs, () => this.#ws.terminate());
    if (this.#ws.readyState === this.#ws.CLOSED) this.#stopTimer();
  }

  #lose(how: PeerEnd): void {
    this.#over = true;
    this.#stopTimer();
    this.#ws.terminate();
    this.#on.ended(how);
  }

  #set(ms: number, task: () => void): void {
    this.#stopTimer();
    this.#stopTimer = this.#options.clock.after(ms, task);
  }
}

/** `ws` has sent the close code that belongs to it (1002, 1007, 1009) when it reports one of these. */
function faultOf(error: Error): PeerEnd | undefined {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'WS_ERR_INVALID_UTF8') return 'badText';
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') return 'tooLarge';
  return code.startsWith('WS_ERR_') ? 'notWebSocket' : undefined;
}

const bufferOf = (data: RawData): Buffer =>
  Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? Buffer.from(data) : data;
