import { fail, ok, type Result } from '../../shared/result.ts';
import type { Party } from '../identity.ts';
import type { ToneWindow, Window } from '../media/audio-meter.ts';
import type { AudioSource } from '../media/audio-source.ts';
import type { KeyTiming } from '../media/key-queue.ts';
import type { PacketCounts } from '../media/rtp-statistics.ts';
import { codesOf } from '../media/telephone-event.ts';
import { parseNameAddress, userOfUri } from '../sip/addresses.ts';
import { headerOf, type SipHeader, type SipRequest } from '../sip/message.ts';
import type { CallCore } from './call-core.ts';
import type { CallEvent, CallEventOf, CallEventType, Ending, LegState } from './call-event.ts';
import { sendBye, sendInDialog, sendReinvite } from './in-dialog.ts';
import type { AnswerFailure, IncomingCall } from './incoming-call.ts';
import { infoOf, type InfoKeys } from './key-info.ts';
import type { OutgoingCall } from './outgoing-call.ts';

/** `noTelephoneEvent`: the other side takes no RFC 4733 keys. `refused`: it answered with an error, or not at all. */
export type CallFailure =
  | 'notConnected'
  | 'badDigit'
  | 'noTelephoneEvent'
  | 'refused'
  | 'callEnded'
  | 'nothingToCancel';

export type SipCallParts = {
  readonly core: CallCore;
  readonly outgoing?: OutgoingCall;
  readonly incoming?: IncomingCall;
  /** The INVITE that came, of an incoming call. */
  readonly invite?: SipRequest;
};

const usualKey: KeyTiming = { durationMs: 160, gapMs: 100 };

/** One call: what can be done with it, what it was told and what is heard in it. Times are milliseconds of `performance.now()`. */
export class SipCall {
  readonly #core: CallCore;
  readonly #outgoing: OutgoingCall | undefined;
  readonly #incoming: IncomingCall | undefined;
  /** The INVITE of an incoming call: its headers tell who calls. */
  readonly invite: SipRequest | undefined;

  constructor({ core, outgoing, incoming, invite }: SipCallParts) {
    this.#core = core;
    this.#outgoing = outgoing;
    this.#incoming = incoming;
    this.invite = invite;
  }

  /** Who an incoming call says it comes from. */
  get from(): Party | undefined {
    const from = this.invite && parseNameAddress(headerOf(this.invite, 'From') ?? '');
    return from && { number: userOfUri(from.uri) ?? '', name: from.displayName };
  }

  get state(): LegState {
    return this.#core.record.state;
  }

  /** All SIP statuses received, in order: 100, 180, 200 … */
  get statuses(): readonly number[] {
    return this.#core.record.statuses;
  }

  get ending(): Ending | undefined {
    return this.#core.record.ending;
  }

  /** Keys heard from the other side. */
  get digits(): string {
    return this.#core.record.digits;
  }

  get history(): readonly CallEvent[] {
    return this.#core.record.history;
  }

  /** Whether the source still has sound to give. */
  get playing(): boolean {
    return this.#core.media.playing;
  }

  get firstAudioAt(): { readonly packet: number | undefined; readonly sound: number | undefined } {
    return this.#core.media.meter.firstAudioAt;
  }

  on<Type extends CallEventType>(type: Type, listener: (event: CallEventOf<Type>) => void): () => void {
    return this.#core.record.on(type, listener);
  }

  /** Every event, as it happens. */
  onAny(listener: (event: CallEvent) => void): () => void {
    return this.#core.record.onAny(listener);
  }

  ring(status = 180): void {
    this.#incoming?.ring(status);
  }

  answer(): Result<void, AnswerFailure> {
    return this.#incoming ? this.#incoming.answer() : fail('notAlerting');
  }

  reject(status = 486, headers: readonly SipHeader[] = []): Result<void, AnswerFailure> {
    return this.#incoming ? this.#incoming.reject(status, headers) : fail('notAlerting');
  }

  /** Ends the call as its state asks: CANCEL, 603 or BYE. Resolves when it is over, at the latest when the timers give up. */
  hangUp(headers: readonly SipHeader[] = []): Promise<Ending> {
    const over = this.#over();
    if (this.state === 'alerting') this.reject(603, headers);
    else if (this.state === 'progressing') this.#outgoing?.abandon(headers);
    else if (this.#core.live) sendBye(this.#core, 'hungUp', headers);
    return over;
  }

  /** Takes back a call that is not answered yet. An answer that is faster than the CANCEL is hung up. */
  async cancel(headers: readonly SipHeader[] = []): Promise<Result<Ending, CallFailure>> {
    if (this.state !== 'progressing') return fail('nothingToCancel');
    return ok(await this.hangUp(headers));
  }

  /** Keys as RTP events (RFC 4733); resolves when the last is sent. */
  async press(digits: string, timing: Partial<KeyTiming> = {}): Promise<Result<void, CallFailure>> {
    const codes = codesOf(digits);
    if (!codes.ok) return codes;
    if (!this.#core.dialog || !this.#core.live) return fail('notConnected');
    if (!this.#core.media.takesKeys) return fail('noTelephoneEvent');
    const sent = codes.value.map(
      (code) =>
        new Promise<'sent'>((done) => this.#core.media.press(code, { ...usualKey, ...timing }, () => done('sent'))),
    );
    const outcome = await Promise.race([Promise.all(sent), this.#over().then(() => 'ended' as const)]);
    return outcome === 'ended' ? fail('callEnded') : ok();
  }

  /** Keys as SIP INFO, one after the other; resolves when the last is answered. */
  async pressByInfo(digits: string, keys: InfoKeys = {}): Promise<Result<void, CallFailure>> {
    const codes = codesOf(digits);
    if (!codes.ok) return codes;
    if (!this.#core.dialog || !this.#core.live) return fail('notConnected');
    let answered = Promise.resolve(true);
    for (const digit of digits.toUpperCase()) {
      const content = infoOf(digit, keys);
      answered = answered.then(async (fine) => fine && (await sendInDialog(this.#core, 'INFO', content)) === 200);
    }
    return (await answered) ? ok() : fail('refused');
  }

  /** Changes what is sent, with the next packet. */
  plays(source: AudioSource): void {
    this.#core.media.play(source);
  }

  /** Puts the other side on hold: re-INVITE with sendonly (RFC 3264 §8.4). */
  hold(): Promise<Result<void, CallFailure>> {
    return this.#reoffer(true);
  }

  resume(): Promise<Result<void, CallFailure>> {
    return this.#reoffer(false);
  }

  hears(hz: number, window?: ToneWindow): boolean {
    return this.#core.media.meter.hears(hz, window);
  }

  toneStrength(hz: number, window?: Window): number {
    return this.#core.media.meter.toneStrength(hz, window);
  }

  level(window?: Window): number {
    return this.#core.media.meter.level(window);
  }

  heard(since?: number): Int16Array {
    return this.#core.media.meter.heard(since);
  }

  firstSoundAfter(since: number): number | undefined {
    return this.#core.media.meter.firstSoundAfter(since);
  }

  packets(): PacketCounts {
    return this.#core.media.packets();
  }

  async #reoffer(holding: boolean): Promise<Result<void, CallFailure>> {
    if (!this.#core.dialog || !this.#core.live) return fail('notConnected');
    this.#core.holding = holding;
    if (await sendReinvite(this.#core)) return ok();
    this.#core.holding = !holding;
    return fail('refused');
  }

  #over(): Promise<Ending> {
    const { ending } = this;
    return ending ? Promise.resolve(ending) : new Promise((done) => this.on('ended', (event) => done(event.ending)));
  }
}
