import { fail, ok, type Result } from '../../shared/result.ts';
import type { Codec } from '../media/g711.ts';
import type { RtpSession } from '../media/rtp-session.ts';
import type { Dialog } from '../sip/dialog.ts';
import { headerLines, type SipHeader, type SipMessage } from '../sip/message.ts';
import {
  canSend,
  mirrorDirection,
  parseSdp,
  payloadTypes,
  writeSdp,
  type Direction,
  type SdpFailure,
} from '../sip/sdp.ts';
import type { UserAgent } from '../sip/user-agent.ts';
import type { Ending } from './call-event.ts';
import type { CallRecord } from './call-record.ts';

export type CallParts = {
  readonly agent: UserAgent;
  readonly record: CallRecord;
  readonly media: RtpSession;
  readonly codecs: readonly Codec[];
  /** Whether RFC 4733 keys are offered. */
  readonly offersKeys: boolean;
};

const ourTelephoneEvent = 101;

/** What both kinds of call, placed and received, have in common: the record, the sound, the dialog once there is one. */
export class CallCore {
  readonly agent: UserAgent;
  readonly record: CallRecord;
  readonly media: RtpSession;
  readonly #codecs: readonly Codec[];
  readonly #telephoneEvent: number | undefined;
  #dialog: Dialog | undefined;
  #ours: Direction = 'sendrecv';
  #answer: Direction = 'sendrecv';
  #sdpVersion = 0;
  #onEnd: () => void = () => {};

  constructor({ agent, record, media, codecs, offersKeys }: CallParts) {
    this.agent = agent;
    this.record = record;
    this.media = media;
    this.#codecs = codecs;
    this.#telephoneEvent = offersKeys ? ourTelephoneEvent : undefined;
  }

  get live(): boolean {
    return this.record.state !== 'terminated';
  }

  get dialog(): Dialog | undefined {
    return this.#dialog;
  }

  /** Whether we hold the other side. */
  get holding(): boolean {
    return this.#ours === 'sendonly';
  }

  set holding(holding: boolean) {
    this.#ours = holding ? 'sendonly' : 'sendrecv';
  }

  /** Runs once, at the end. */
  onEnd(run: () => void): void {
    this.#onEnd = run;
  }

  connect(dialog: Dialog): void {
    this.#dialog = dialog;
    this.record.add({ type: 'answered' });
  }

  /** Our offer, or with `answering` our answer to what `hearSdp` took last. */
  ourSdp({ answering = false } = {}): { readonly headers: readonly SipHeader[]; readonly body: string } {
    this.#sdpVersion += 1;
    const body = writeSdp(
      {
        address: { host: this.agent.local.host, port: this.media.port },
        codecs: this.#codecs,
        telephoneEvent: this.#telephoneEvent,
        direction: answering ? this.#answer : this.#ours,
      },
      this.#sdpVersion,
    );
    return { headers: [['Content-Type', 'application/sdp']], body };
  }

  /** Takes the other side's description: where to send, what, and whether it holds us. `early`: nothing is sent yet. */
  hearSdp(text: string, { early = false } = {}): Result<void, SdpFailure> {
    const theirs = parseSdp(text);
    if (!theirs.ok) return theirs;
    const { address, codecs, direction } = theirs.value;
    const codec = codecs.find((offered) => this.#codecs.includes(offered));
    if (!codec) return fail('noCommonCodec');
    this.#answer = mirrorDirection(direction, this.#ours);
    const sends = !early && canSend(this.#answer) && address.host !== '0.0.0.0';
    const telephoneEvent = this.#telephoneEvent === undefined ? undefined : theirs.value.telephoneEvent;
    this.media.setPeer({ address, sends, format: { codec, payloadType: payloadTypes[codec], telephoneEvent } });
    const held = direction === 'sendonly' || direction === 'inactive';
    if (held && this.record.state === 'connected') this.record.add({ type: 'held' });
    if (!held && this.record.state === 'held') this.record.add({ type: 'resumed' });
    return ok();
  }

  end(ending: Omit<Ending, 'reasons'>, message?: SipMessage): void {
    if (!this.live) return;
    this.record.add({ type: 'ended', ending: { ...ending, reasons: message ? headerLines(message, 'Reason') : [] } });
    // The port is closed while the call is reported ended; whoever closes the caller waits for it.
    void this.media.close();
    this.#onEnd();
  }
}
