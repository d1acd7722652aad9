import { SessionState, type Invitation, type Web } from 'sip.js';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LineSample } from '../../ports/line-sample.ts';
import type { AnswerFailure, PhoneEvent } from '../../ports/phone-line.ts';
import { offerEndOf, saysAnsweredElsewhere } from './end-reason.ts';
import { mendMedia } from './mend-media.ts';
import { readSample } from './read-sample.ts';
import { levelOf, mediaOf, replaceMicrophone, sendDigits, setMuted } from './session-media.ts';

type LegEvent = Extract<PhoneEvent, { readonly type: 'offerEnded' | 'connected' | 'ended' }>;

const constraints = { audio: true, video: false };

/** This desk's side of one call: an INVITE of the PBX and the dialog that comes of it. */
export class SipLeg {
  readonly callId: string;
  readonly #invitation: Invitation;
  readonly #tell: (event: LegEvent) => void;
  readonly #clock: Clock;
  #isMuted = false;
  #isHeld = false;
  #wasConnected = false;
  #endedBy: 'us' | 'them' | 'answeredElsewhere' | 'failure' = 'failure';
  #offerEnd: 'answeredElsewhere' | 'cancelled' | 'declined' | 'failed' = 'failed';
  #answering: Promise<Result<void, AnswerFailure>> | null = null;
  #stopMending = (): void => undefined;

  constructor(callId: string, invitation: Invitation, clock: Clock, tell: (event: LegEvent) => void) {
    this.callId = callId;
    this.#clock = clock;
    this.#invitation = invitation;
    this.#tell = tell;
    invitation.delegate = {
      onCancel: ({ request }) => {
        this.#offerEnd = offerEndOf(request.getHeaders('Reason'));
      },
      onBye: (bye) => {
        this.#endedBy = saysAnsweredElsewhere(bye.request.getHeaders('Reason')) ? 'answeredElsewhere' : 'them';
        void bye.accept();
      },
    };
    invitation.stateChange.addListener((state) => this.#changed(state));
  }

  get isConnected(): boolean {
    return this.#invitation.state === SessionState.Established;
  }

  get isOver(): boolean {
    const { state } = this.#invitation;
    return state === SessionState.Terminated || state === SessionState.Terminating;
  }

  get isMuted(): boolean {
    return this.#isMuted;
  }

  get isHeld(): boolean {
    return this.#isHeld;
  }

  get heard(): MediaStream | null {
    return mediaOf(this.#invitation)?.remoteMediaStream ?? null;
  }

  get sent(): MediaStream | null {
    return mediaOf(this.#invitation)?.localMediaStream ?? null;
  }

  /** The connection of its audio, while it is connected. */
  get peer(): RTCPeerConnection | null {
    return this.isConnected ? (mediaOf(this.#invitation)?.peerConnection ?? null) : null;
  }

  /** What its audio has come to; null while it is not connected. `now`: for a browser that does not say. */
  async sample(now: number): Promise<LineSample | null> {
    const { peer } = this;
    if (peer === null) return null;
    const track = this.sent?.getAudioTracks()[0] ?? null;
    const report = await peer.getStats();
    return readSample(report, track, now);
  }

  get level(): number {
    return levelOf(mediaOf(this.#invitation));
  }

  /** Answering twice is answering once. */
  answer(): Promise<Result<void, AnswerFailure>> {
    this.#answering ??= this.#accept();
    return this.#answering;
  }

  async hangUp(): Promise<void> {
    this.#endedBy = 'us';
    this.#offerEnd = 'declined';
    if (this.isConnected) await this.#invitation.bye();
    else if (!this.isOver) await this.#invitation.reject({ statusCode: 486 });
  }

  /** This desk cannot take it now; nobody has declined it. */
  async refuse(): Promise<void> {
    if (!this.isConnected && !this.isOver) await this.#invitation.reject({ statusCode: 480 });
  }

  mute(muted: boolean): void {
    this.#isMuted = muted;
    this.#applyMute();
  }

  hold(held: boolean): void {
    this.#isHeld = held;
    this.#applyMute();
  }

  sendDigits(digits: string): boolean {
    return this.isConnected && sendDigits(mediaOf(this.#invitation), digits);
  }

  async useMicrophone(stream: MediaStream): Promise<void> {
    const media = mediaOf(this.#invitation);
    if (this.isConnected && media !== null) await replaceMicrophone(media, stream, this.#isSilent);
  }

  get #isSilent(): boolean {
    return this.#isMuted || this.#isHeld;
  }

  #applyMute(): void {
    setMuted(mediaOf(this.#invitation), this.#isSilent);
  }

  async #accept(): Promise<Result<void, AnswerFailure>> {
    try {
      await this.#invitation.accept({
        sessionDescriptionHandlerOptions: { constraints },
      });
    } catch {
      // SIP.js has told the PBX already that this desk does not take the call; whether it still rang tells which it was.
      return fail(this.#offerEnd === 'failed' ? 'mediaFailed' : 'noOffer');
    }
    return this.isConnected ? ok() : fail('noOffer');
  }

  async #offerAnew(): Promise<void> {
    const media: Web.SessionDescriptionHandlerOptions = { constraints, offerOptions: { iceRestart: true } };
    await this.#invitation.invite({ sessionDescriptionHandlerOptions: media });
  }

  #changed(state: SessionState): void {
    const { callId } = this;
    if (state === SessionState.Established) {
      this.#wasConnected = true;
      // Whoever pressed mute in the moment between the click and the answer meant it.
      this.#applyMute();
      const { peer } = this;
      if (peer !== null) this.#stopMending = mendMedia(peer, this.#clock, () => this.#offerAnew());
      this.#tell({ type: 'connected', callId });
    } else if (state === SessionState.Terminated) {
      this.#stopMending();
      this.#tell(
        this.#wasConnected
          ? { type: 'ended', callId, by: this.#endedBy }
          : { type: 'offerEnded', callId, why: this.#offerEnd },
      );
    }
  }
}
