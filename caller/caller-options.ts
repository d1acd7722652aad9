import type { AnswerPolicy } from './answer-policy.ts';
import type { Party } from './identity.ts';
import type { AudioSource } from './media/audio-source.ts';
import type { Codec } from './media/g711.ts';
import type { RtpClock } from './media/rtp-clock.ts';
import type { Address } from './sip/addresses.ts';
import type { Credentials } from './sip/digest.ts';
import type { SipRequest } from './sip/message.ts';
import type { SipTimers } from './sip/retransmission.ts';
import type { OpenTransport, TransportKind } from './sip/transport.ts';
import type { World } from './world.ts';

/** How a caller presents itself, where it calls and what it does; everything but the number has a usual value. */
export type CallerOptions = {
  readonly number: string;
  readonly name?: string;
  /** Where calls are sent to; not needed by one that only listens. */
  readonly server?: Address;
  /** `udp` unless said otherwise; a function brings another carrier of SIP messages. */
  readonly transport?: TransportKind | OpenTransport;
  /** The address of ours to call from: a PBX may know its trunk by it. 127.0.0.1 unless said otherwise. */
  readonly localAddress?: string;
  /** SIP port; a free one unless said otherwise. */
  readonly port?: number;
  /** What is sent; silence unless said otherwise. */
  readonly plays?: AudioSource;
  /** Further headers of the INVITE. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly withheld?: boolean;
  readonly assertedIdentity?: Party;
  readonly diversion?: Party & { readonly reason?: string };
  /** For a server that asks with 401 or 407. */
  readonly credentials?: Credentials;
  /** What is done with calls that come in, or with each by its INVITE: refused with 480 unless said otherwise. */
  readonly answers?: AnswerPolicy | ((invite: SipRequest) => AnswerPolicy);
  /** In order of preference. */
  readonly codecs?: readonly Codec[];
  /** False for a telephone that knows keys by INFO alone: no RFC 4733 telephone-event in its description. */
  readonly offersKeys?: boolean;
  /** How much received sound is kept, 60 s unless said otherwise: 8 kB a second. */
  readonly keepSeconds?: number;
  readonly timers?: Partial<SipTimers>;
  readonly world?: World;
  readonly clock?: RtpClock;
};
