import type { Invitation } from 'sip.js';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { createEmitter } from '../../lib/emitter.ts';
import { onWake } from '../../lib/on-wake.ts';
import type { Microphone } from '../../ports/microphone.ts';
import type { AnswerFailure, PhoneAccount, PhoneEvent, PhoneLine, PhoneState } from '../../ports/phone-line.ts';
import type { LineSample } from '../../ports/line-sample.ts';
import type { TestProbe } from '../../ports/test-probe.ts';
import { createAudioOutput, type AudioOutput } from './audio-output.ts';
import { sessionMediaFactory } from './session-media.ts';
import { SipConnection, type SipConnectionParts } from './sip-connection.ts';
import { SipLeg } from './sip-leg.ts';
import { takeWanted } from './take-wanted.ts';
import { openTestProbe } from './test-probe.ts';

export type SipPhoneLineParts = SipConnectionParts & {
  readonly microphone: Microphone;
  /** Where callers are heard, and where what is sent to them can be measured. */
  readonly remoteAudio: HTMLMediaElement;
  readonly localAudio: HTMLMediaElement;
};

/** The card may be on the screen before the INVITE is here. */
const offerWaitMs = 3000;

/** The telephone of this desk, by SIP over WebSocket and WebRTC (RFC 7118, RFC 8829). */
export class SipPhoneLine implements PhoneLine {
  readonly #parts: SipPhoneLineParts;
  readonly #events = createEmitter<PhoneEvent>();
  readonly #legs = new Map<string, SipLeg>();
  readonly #output: AudioOutput;
  readonly #stopListening: () => void;
  readonly #stopWaking: () => void;
  #state: PhoneState;
  #connection: SipConnection | null = null;

  constructor(parts: SipPhoneLineParts) {
    this.#parts = parts;
    this.#state = { state: 'offline', since: parts.clock.now() };
    this.#output = createAudioOutput({ remote: parts.remoteAudio, local: parts.localAudio }, (cure) =>
      this.#events.emit({ type: 'soundBlocked', cure }),
    );
    this.#stopListening = parts.microphone.subscribe(({ state }) => state === 'ready' && void this.#useMicrophone());
    this.#stopWaking = onWake(() => this.#connection?.wake());
  }

  readonly subscribe = this.#events.subscribe;
  readonly state = (): PhoneState => this.#state;

  connect({ sipUri }: PhoneAccount): void {
    if (this.#connection !== null) return this.#connection.retry();
    this.#connection = new SipConnection(sipUri, this.#parts, {
      stateChanged: (state) => {
        this.#state = state;
        this.#events.emit({ type: 'stateChanged', state });
      },
      invited: (invitation) => this.#invited(invitation),
      media: sessionMediaFactory(() => this.#parts.microphone.stream(), this.#parts.clock),
    });
  }

  async close(): Promise<void> {
    this.#stopListening();
    this.#stopWaking();
    await Promise.all([...this.#legs.values()].map((leg) => leg.hangUp().catch(() => undefined)));
    await this.#connection?.close();
    this.#connection = null;
  }

  retry(): void {
    this.#connection?.retry();
  }

  async answer(callId: string): Promise<Result<void, AnswerFailure>> {
    if (this.#connection === null) return fail('phoneOffline');
    const leg = this.#legs.get(callId) ?? (await this.#offerOf(callId));
    if (leg === null) return fail(this.#state.state === 'registered' ? 'noOffer' : 'phoneOffline');
    const microphone = await this.#parts.microphone.open();
    return microphone.ok ? leg.answer() : fail('noMicrophone');
  }

  async hangUp(callId: string): Promise<Result<void, 'noSuchLine'>> {
    const leg = this.#legs.get(callId);
    if (leg === undefined) return fail('noSuchLine');
    await leg.hangUp();
    return ok();
  }

  mute(callId: string, muted: boolean): Result<void, 'noSuchLine'> {
    const leg = this.#legs.get(callId);
    if (leg === undefined) return fail('noSuchLine');
    leg.mute(muted);
    return ok();
  }

  mutedOf(callId: string): boolean {
    return this.#legs.get(callId)?.isMuted ?? false;
  }

  hold(callId: string, held: boolean): Result<void, 'noSuchLine'> {
    const leg = this.#legs.get(callId);
    if (leg === undefined) return fail('noSuchLine');
    if (leg.isHeld === held) return ok();
    leg.hold(held);
    this.#playAll();
    return ok();
  }

  sendDigits(callId: string, digits: string): Result<void, 'noSuchLine' | 'digitsRefused'> {
    const leg = this.#legs.get(callId);
    if (leg === undefined) return fail('noSuchLine');
    return leg.sendDigits(digits) ? ok() : fail('digitsRefused');
  }

  levelOf(callId: string): number {
    return this.#legs.get(callId)?.level ?? 0;
  }

  async sample(callId: string): Promise<LineSample | null> {
    return (await this.#legs.get(callId)?.sample(this.#parts.clock.now())) ?? null;
  }

  testProbe(callId: string): TestProbe | null {
    const peer = this.#legs.get(callId)?.peer;
    return peer === undefined || peer === null ? null : openTestProbe(peer);
  }

  #invited(invitation: Invitation): void {
    const callId = invitation.request.getHeader('X-Frontdesk-Call');
    if (callId === undefined) {
      // Not a call of the reception: this telephone takes no others.
      void invitation.reject({ statusCode: 404 });
      return;
    }
    const before = this.#legs.get(callId);
    const leg: SipLeg = new SipLeg(callId, invitation, this.#parts.clock, (event) => this.#legSaid(leg, event));
    this.#legs.set(callId, leg);
    // Its end was told while the network was away: the PBX has let go of it, and so does this desk.
    if (before?.isConnected === true) void before.hangUp().catch(() => undefined);
    this.#events.emit({ type: 'offered', callId });
    if (isWanted(invitation)) void takeWanted(leg, () => this.answer(callId), this.#events.emit);
  }

  #legSaid(leg: SipLeg, event: Extract<PhoneEvent, { readonly callId: string }>): void {
    const isCurrent = this.#legs.get(leg.callId) === leg;
    if (event.type !== 'connected' && isCurrent) this.#legs.delete(leg.callId);
    this.#playAll();
    // What becomes of a leg that another has taken the place of is nobody's business any more.
    if (isCurrent) this.#events.emit(event);
  }

  #playAll(): void {
    const connected = [...this.#legs.values()].filter((leg) => leg.isConnected && !leg.isHeld);
    const heard = connected.map((leg) => leg.heard).filter((stream) => stream !== null);
    this.#output.play(heard, connected.at(-1)?.sent ?? null);
  }

  async #useMicrophone(): Promise<void> {
    const stream = this.#parts.microphone.stream();
    if (stream === null) return;
    await Promise.all([...this.#legs.values()].map((leg) => leg.useMicrophone(stream)));
    this.#playAll();
  }

  /** Waits a moment for a call that has been announced but has not arrived. */
  #offerOf(callId: string): Promise<SipLeg | null> {
    return new Promise((resolve) => {
      const done = (): void => {
        stop();
        cancel();
        resolve(this.#legs.get(callId) ?? null);
      };
      const cancel = this.#parts.clock.after(offerWaitMs, done);
      const stop = this.#events.subscribe((event) => {
        if (event.type === 'offered' && event.callId === callId) done();
      });
    });
  }
}

/**
 * Whether it need not ring: its person has pressed Answer already, in this window or another, or was cut off in the
 * middle of the call and is brought back without having to press anything.
 */
const isWanted = ({ request }: Invitation): boolean =>
  request.getHeader('X-Frontdesk-Answer') === 'now' || request.getHeader('X-Frontdesk-Rejoin') === 'yes';
