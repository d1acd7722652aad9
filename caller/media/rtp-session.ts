import type { Socket } from 'node:dgram';
import { sameAddress, type Address } from '../sip/addresses.ts';
import type { World } from '../world.ts';
import { AudioMeter } from './audio-meter.ts';
import type { AudioSource } from './audio-source.ts';
import type { Codec } from './g711.ts';
import { KeyListener, type HeardKey } from './key-listener.ts';
import type { KeyTiming } from './key-queue.ts';
import { openUdpSocket } from '../udp-socket.ts';
import type { RtpClock } from './rtp-clock.ts';
import { parseRtp, type RtpPacket } from './rtp-packet.ts';
import { RtpSender, type RtpFormat } from './rtp-sender.ts';
import { RtpStatistics, type PacketCounts } from './rtp-statistics.ts';

/** Where the other side wants its packets, in which form, and whether it wants any. */
export type RtpPeer = { readonly address: Address; readonly format: RtpFormat; readonly sends: boolean };

export type RtpSessionOptions = {
  readonly localAddress: string;
  readonly source: AudioSource;
  readonly clock: RtpClock;
  readonly world: World;
  readonly keepSeconds: number;
  readonly onKey: (key: HeardKey, at: number) => void;
  /** After each packet that was heard. */
  readonly onHeard: () => void;
};

const codecOf: ReadonlyMap<number, Codec> = new Map([
  [0, 'pcmu'],
  [8, 'pcma'],
]);

/** The audio of one call: a UDP port of its own, what goes out and what comes in. */
export class RtpSession {
  readonly meter: AudioMeter;
  readonly port: number;
  readonly #options: RtpSessionOptions;
  readonly #socket: Socket;
  readonly #sender: RtpSender;
  readonly #statistics = new RtpStatistics();
  readonly #keys = new KeyListener();
  #peer: RtpPeer | undefined;
  #stopClock: (() => void) | undefined;
  #sent = 0;
  #strangers = 0;
  #failedSends = 0;
  #closed: Promise<void> | undefined;

  /** Binds a free port; throws where the address is not ours. */
  static async open(options: RtpSessionOptions): Promise<RtpSession> {
    const socket = await openUdpSocket({ host: options.localAddress, port: 0 });
    return new RtpSession(socket, options);
  }

  private constructor(socket: Socket, options: RtpSessionOptions) {
    this.#options = options;
    this.#socket = socket;
    this.port = socket.address().port;
    this.meter = new AudioMeter(options.keepSeconds, options.world.now);
    this.#sender = new RtpSender(options.source, Number.parseInt(options.world.token().slice(0, 8), 16));
    socket.on('message', (datagram, { address, port }) => this.#receive(datagram, { host: address, port }));
  }

  /** Who is at the other end; sending begins with the next tick, or stops where the peer wants nothing. */
  setPeer(peer: RtpPeer): void {
    this.#peer = peer;
    if (!this.#closed) this.#stopClock ??= this.#options.clock.subscribe(() => this.#tick());
  }

  play(source: AudioSource): void {
    this.#sender.play(source);
  }

  get playing(): boolean {
    return this.#sender.playing;
  }

  /** Whether the other side takes keys as RFC 4733 events. */
  get takesKeys(): boolean {
    return this.#peer?.format.telephoneEvent !== undefined;
  }

  press(code: number, timing: KeyTiming, sent: () => void): void {
    this.#sender.press(code, timing, sent);
  }

  packets(): PacketCounts {
    const { received, lost, jitterMs } = this.#statistics;
    return { sent: this.#sent - this.#failedSends, received, lost, jitterMs, strangers: this.#strangers };
  }

  close(): Promise<void> {
    this.#stopClock?.();
    this.#closed ??= new Promise((resolve) => {
      this.#socket.close(() => resolve());
    });
    return this.#closed;
  }

  #tick(): void {
    if (!this.#peer) return;
    if (!this.#peer.sends) {
      this.#sender.skip();
      return;
    }
    const { address, format } = this.#peer;
    this.#socket.send(this.#sender.next(format), address.port, address.host, this.#onSent);
    this.#sent += 1;
  }

  readonly #onSent = (error: Error | null): void => {
    if (error) this.#failedSends += 1;
  };

  #receive(datagram: Buffer, from: Address): void {
    const packet = parseRtp(datagram);
    if (!packet) return;
    if (this.#peer && !sameAddress(this.#peer.address, from)) {
      this.#strangers += 1;
      return;
    }
    const at = this.#options.world.now();
    const codec = codecOf.get(packet.payloadType);
    this.#statistics.count(packet, at, codec !== undefined);
    if (codec) this.meter.hear(codec, packet.payload, at);
    else this.#hearKeys(packet, at);
    this.#options.onHeard();
  }

  #hearKeys(packet: RtpPacket, at: number): void {
    if (packet.payloadType !== (this.#peer?.format.telephoneEvent ?? packet.payloadType)) return;
    for (const key of this.#keys.hear(packet)) this.#options.onKey(key, at);
  }
}
