import { UserAgent, UserAgentState, Web, type Invitation, type Session, type SessionDescriptionHandler } from 'sip.js';
import { closeCode } from '../../../shared/protocol/stream.ts';
import { backoff } from '../../lib/backoff.ts';
import type { Clock } from '../../ports/clock.ts';
import type { PhoneState } from '../../ports/phone-line.ts';
import { closeCodeIn } from './end-reason.ts';
import { SipRegistration } from './sip-registration.ts';
import { watchSocket, type SocketWatch } from './watch-socket.ts';

export type SipConnectionParts = {
  /** `wss://…/sip?page=…`: the page's id lets the server give a reconnecting page its dialogs back. */
  readonly url: string;
  readonly clock: Clock;
  /** 0 ≤ n < 1. */
  readonly random: () => number;
};

type Told = {
  readonly stateChanged: (state: PhoneState) => void;
  readonly invited: (invitation: Invitation) => void;
  readonly media: (session: Session) => SessionDescriptionHandler;
};

/** A registration that is not answered by then is asked for again over a new socket. */
const registrationDeadlineMs = 5000;
const refusedPauseMs = 5000;
/** Whoever waits for a telephone is not to wait longer than the network; after a minute it will take longer. */
const pauseLimitMs = (attempt: number): number => (attempt < 60 ? 1000 : 5000);

/**
 * The registration of this desk (RFC 3261 §10, RFC 7118), kept through every loss of the socket. Dialogs outlive the
 * socket: their audio goes another way, and after a reconnect of the same page they go on.
 */
export class SipConnection {
  readonly #parts: SipConnectionParts;
  readonly #told: Told;
  readonly #agent: UserAgent;
  readonly #registration: SipRegistration;
  #attempt = 0;
  #state: PhoneState['state'] = 'offline';
  #isClosed = false;
  #cancelTimer = (): void => undefined;
  #watch: SocketWatch | null = null;

  constructor(sipUri: string, parts: SipConnectionParts, told: Told) {
    this.#parts = parts;
    this.#told = told;
    this.#agent = this.#makeAgent(sipUri);
    this.#registration = new SipRegistration(this.#agent, parts.clock, {
      accepted: () => this.#registered(),
      rejected: (status) => this.#rejected(status),
    });
    void this.#connect();
  }

  retry(): void {
    if (this.#state === 'registered' || this.#isClosed) return;
    this.#attempt = 0;
    void this.#connect();
  }

  /** The page may have slept: connects at once, and what is connected has to prove it. */
  wake(): void {
    if (this.#state === 'registered') this.#watch?.wake();
    else if (this.#state === 'offline') this.retry();
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#cancelTimer();
    this.#watch?.stop();
    this.#become({ state: 'offline', since: this.#parts.clock.now() });
    // Gives the registration back if the PBX still listens, but does not wait for one that does not.
    if (this.#agent.isConnected()) this.#registration.giveBack();
    else this.#registration.pause();
    await this.#agent.transport.dispose().catch(() => undefined);
  }

  #makeAgent(sipUri: string): UserAgent {
    const uri = UserAgent.makeURI(sipUri);
    if (uri === undefined) throw new Error('the server gave a SIP address that is none');
    return new UserAgent({
      uri,
      transportOptions: { server: this.#parts.url, connectionTimeout: 5, keepAliveInterval: 0, traceSip: false },
      sessionDescriptionHandlerFactory: this.#told.media,
      // How long a call rings is for the server to say.
      noAnswerTimeout: 3600,
      logBuiltinEnabled: false,
      logConfiguration: false,
      logLevel: 'error',
      userAgentString: 'Frontdesk',
      delegate: {
        onConnect: () => this.#connected(),
        onDisconnect: (error) => this.#lost(error),
        onInvite: (invitation) => this.#told.invited(invitation),
      },
    });
  }

  async #connect(): Promise<void> {
    this.#cancelTimer();
    this.#become({ state: 'connecting', since: this.#parts.clock.now() });
    try {
      if (this.#agent.isConnected()) this.#connected();
      else if (this.#agent.state === UserAgentState.Started) await this.#agent.reconnect();
      else await this.#agent.start();
    } catch (error) {
      this.#lost(error);
    }
  }

  #connected(): void {
    if (this.#isClosed) return;
    this.#watch?.stop();
    const { transport } = this.#agent;
    if (transport instanceof Web.Transport) {
      this.#watch = watchSocket(transport, this.#parts.clock, () => this.#hangOn());
    }
    this.#cancelTimer();
    this.#cancelTimer = this.#parts.clock.after(registrationDeadlineMs, () => this.#hangOn());
    this.#registration.ask();
  }

  #registered(): void {
    if (this.#isClosed) return;
    this.#cancelTimer();
    this.#attempt = 0;
    if (this.#state !== 'registered') this.#become({ state: 'registered', since: this.#parts.clock.now() });
  }

  /** 4xx: the PBX does not want this desk now. It is asked again, slowly, because it may not know it *yet*. */
  #rejected(status: number): void {
    if (this.#isClosed) return;
    const isRefusal = status >= 400 && status < 500 && status !== 408 && status !== 480;
    if (!isRefusal) return this.#lost(undefined);
    this.#become({ state: 'refused', since: this.#parts.clock.now(), why: 'notAllowed' });
    this.#cancelTimer();
    this.#cancelTimer = this.#parts.clock.after(refusedPauseMs, () => this.#registration.ask());
  }

  /** The socket is open and dead. */
  #hangOn(): void {
    if (!this.#agent.isConnected()) return this.#lost(undefined);
    // This counts as lost at once (onDisconnect); the old socket may take its time to close, nobody waits for it.
    void this.#agent.transport.disconnect().catch(() => undefined);
  }

  #lost(error: unknown): void {
    if (this.#isClosed) return;
    const { clock, random } = this.#parts;
    this.#cancelTimer();
    this.#watch?.stop();
    this.#registration.pause();
    const code = closeCodeIn(error);
    if (code === closeCode.signedOut || code === closeCode.replaced) {
      const why = code === closeCode.replaced ? 'replaced' : 'signedOut';
      this.#become({ state: 'refused', since: clock.now(), why });
      return;
    }
    this.#become({ state: 'offline', since: clock.now() });
    this.#cancelTimer = clock.after(
      backoff(this.#attempt, random, pauseLimitMs(this.#attempt)),
      () => void this.#connect(),
    );
    this.#attempt += 1;
  }

  #become(state: PhoneState): void {
    this.#state = state.state;
    this.#told.stateChanged(state);
  }
}
