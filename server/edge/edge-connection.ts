import type { WebSocket } from 'ws';
import { closeCode } from '../../shared/protocol/stream.ts';
import { answersToCancel } from './answer-cancel.ts';
import { asText } from './as-text.ts';
import { refusedAudioPort } from './audio-port.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import type { ClosedReason, EdgeCounters } from './edge-counters.ts';
import type { EdgePage, EdgeSettings } from './edge-options.ts';
import { judgeFrame } from './judge-frame.ts';
import { Peer, type PeerEnd } from './peer.ts';
import { createPresence, type Presence } from './presence.ts';
import { registeredSeconds } from './registration.ts';
import type { FrameFault } from './sip-frame.ts';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';
import { Upstream } from './upstream.ts';

export type ConnectionOptions = EdgeSettings & {
  readonly counters: EdgeCounters;
  /** Told once, before anything else that follows from the end. */
  readonly ended: (connection: EdgeConnection) => void;
};

/** What the browser's socket is told; a page comes back after any but the codes of `/sip` itself (44xx). */
const goodbyes: Readonly<Record<ClosedReason, readonly [code: number, reason: string]>> = {
  lingerOver: [1001, 'gone too long'],
  leftEarly: [1001, 'left'],
  badFrame: [closeCode.badFrame, 'not a SIP message'],
  flooding: [closeCode.tooMany, 'too many messages'],
  tooSlow: [closeCode.tooSlow, 'too slow'],
  queueFull: [1013, 'too much waits'],
  pbxClosed: [1012, 'the phone system closed'],
  pbxDead: [1012, 'the phone system does not answer'],
  pbxUnreachable: [1012, 'the phone system cannot be reached'],
  replaced: [closeCode.replaced, 'another page took over'],
  disconnected: [closeCode.signedOut, 'signed out'],
  stopping: [1001, 'the server is stopping'],
};

/** One page's way to the PBX: it outlives a drop of the page's socket by a while, so that no BYE is lost meanwhile. */
export class EdgeConnection {
  readonly page: EdgePage;
  readonly #options: ConnectionOptions;
  readonly #secret: string;
  readonly #upstream: Upstream;
  readonly #delivery: Delivery;
  readonly #presence: Presence;
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket;
  #browser: Peer | null = null;
  #stopLinger = (): void => {};
  #over = false;

  constructor(options: ConnectionOptions, page: EdgePage, upstream: WebSocket) {
    const { clock, limits, on } = options;
    const { consoleId, pageId } = page;
    this.page = page;
    this.#options = options;
    this.#secret = options.secretOf(consoleId);
    this.#delivery = createDelivery({ frames: limits.queuedFrames, bytes: limits.queuedBytes });
    this.#messages = createTokenBucket(clock, limits.messagesPerSecond, limits.messageBurst);
    this.#bytes = createTokenBucket(clock, limits.bytesPerSecond, limits.byteBurst);
    this.#presence = createPresence(clock, {
      here: () => on.registered(consoleId, pageId),
      gone: () => on.gone(consoleId, pageId),
    });
    this.#upstream = new Upstream(upstream, options, {
      message: (frame) => this.#down(frame),
      ended: (how) => this.end(pbxEnds[how] ?? 'pbxClosed'),
    });
  }

  /** Whether a browser is connected; if not, the connection lingers. */
  get isAttached(): boolean {
    return this.#browser !== null;
  }

  /** Takes the page's socket, the first or a later one; one that is still open is taken for dead. */
  attach(ws: WebSocket): void {
    this.#stopLinger();
    this.#browser?.close(1000, 'this page has a newer connection');
    this.#options.log.info({ consoleId: this.page.consoleId }, 'a browser is connected for SIP');
    const peer: Peer = new Peer(ws, this.#options, {
      message: (data, isBinary) => this.#up(peer, data, isBinary),
      pinged: () => (this.#messages.take(1) ? undefined : this.end('flooding')),
      confirmed: (ping) => (peer === this.#browser ? this.#delivery.confirm(ping) : undefined),
      ended: (how) => this.#browserEnded(peer, how),
    });
    this.#browser = peer;
    if (this.#delivery.attach(peer) === 'tooSlow') return this.end('tooSlow');
    return this.#presence.attach();
  }

  /** Ends both sides, once. */
  end(why: ClosedReason, [code, reason]: readonly [code: number, reason: string] = goodbyes[why]): void {
    if (this.#over) return;
    this.#over = true;
    this.#options.counters[`closed.${why}`] += 1;
    this.#options.log.info({ consoleId: this.page.consoleId, why }, 'a SIP connection ended');
    this.#options.ended(this);
    this.#stopLinger();
    this.#delivery.detach();
    this.#browser?.close(code, reason);
    this.#browser = null;
    this.#upstream.close();
    this.#presence.end();
  }

  #up(peer: Peer, data: Buffer, isBinary: boolean): void {
    const { counters } = this.#options;
    if (!this.#messages.take(1) || !this.#bytes.take(data.length)) return this.end('flooding');
    if (isBinary) return this.#refuseFrame('binary');
    const verdict = judgeFrame(data.toString('latin1'), { consoleId: this.page.consoleId, secret: this.#secret });
    switch (verdict.kind) {
      case 'pass':
        counters.messagesUp += 1;
        this.#note('up', verdict.what, data.length);
        return this.#check(this.#upstream.send(Buffer.from(verdict.frame, 'latin1')));
      case 'forbidden':
        counters['refused.identity'] += 1;
        this.#options.log.warn(
          { consoleId: this.page.consoleId, what: verdict.what },
          'a SIP request for another console was refused',
        );
        return this.#check(peer.send(Buffer.from(verdict.answer, 'latin1')) ? 'taken' : 'tooSlow');
      case 'keepAlive':
        counters.keepAlives += 1;
        return this.#check(verdict.answer === '' || peer.send(Buffer.from(verdict.answer)) ? 'taken' : 'tooSlow');
      case 'fault':
        return this.#refuseFrame(verdict.fault);
      case 'nothing':
        return undefined;
      default:
        return verdict satisfies never;
    }
  }

  #down(frame: Buffer): void {
    const text = frame.toString('latin1');
    const seconds = registeredSeconds(text);
    this.#options.counters.messagesDown += 1;
    this.#note('down', /^(?:SIP\/2\.0 )?(\w+)/.exec(text)?.[1] ?? '', frame.length);
    this.#warnOfSilence(refusedAudioPort(text));
    this.#check(this.#delivery.deliver(asText(frame)));
    if (!this.isAttached)
      for (const answer of answersToCancel(text)) this.#upstream.send(Buffer.from(answer, 'latin1'));
    if (seconds !== undefined && !this.#over) this.#presence.register(seconds);
  }

  /** Only a PBX of somebody's own can be set so: ours has its ports from us. */
  #warnOfSilence(port: number | undefined): void {
    if (port === undefined) return;
    this.#options.counters.refusedAudioPort += 1;
    this.#options.log.warn(
      { consoleId: this.page.consoleId, port },
      'the PBX wants the sound of a call at a port that browsers send nothing to: take it out of its rtp.conf',
    );
  }

  #browserEnded(peer: Peer, how: PeerEnd): void {
    if (peer !== this.#browser) return undefined;
    this.#browser = null;
    this.#delivery.detach();
    if (how === 'badText' || how === 'tooLarge' || how === 'notWebSocket') return this.#refuseFrame(how);
    this.#options.counters[how === 'dead' ? 'dropped.dead' : 'dropped.closed'] += 1;
    if (!this.#upstream.isOpen) return this.end('leftEarly');
    this.#stopLinger = this.#options.clock.after(this.#options.lingerMs, () => this.end('lingerOver'));
    return this.#presence.detach();
  }

  #refuseFrame(fault: FrameFault): void {
    this.#options.counters[`badFrame.${fault}`] += 1;
    this.#options.log.warn({ consoleId: this.page.consoleId, fault }, 'a browser sent what is not SIP');
    this.end('badFrame');
  }

  #check(outcome: 'taken' | 'full' | 'tooSlow'): void {
    if (outcome === 'full') this.end('queueFull');
    if (outcome === 'tooSlow') this.end('tooSlow');
  }

  /** All that is ever said of a message: neither headers nor body reach a log. */
  #note(way: 'up' | 'down', what: string, bytes: number): void {
    this.#options.log.debug({ consoleId: this.page.consoleId, way, what, bytes }, 'a SIP message passed');
  }
}

const pbxEnds: { readonly [How in PeerEnd]?: ClosedReason } = { dead: 'pbxDead', unreachable: 'pbxUnreachable' };
