import type { Core, UserAgent } from 'sip.js';
import type { Clock } from '../../ports/clock.ts';

type RegistrationEvents = {
  readonly accepted: () => void;
  /** `status`: of the answer (RFC 3261 §21); also made up by SIP.js when none came (408, 503). */
  readonly rejected: (status: number) => void;
};

const wantedSeconds = 300;
const leastSeconds = 30;

/**
 * The binding of this page's address to the desk's (RFC 3261 §10): asked for, renewed in time, and given back. SIP.js
 * has one of its own, but that takes a contact listed without a lifetime for one that has run out, and asks again for
 * ever; and it cannot be asked anew while an answer is missing that went down with its socket.
 */
export class SipRegistration {
  readonly #agent: UserAgent;
  readonly #clock: Clock;
  readonly #events: RegistrationEvents;
  #first: Core.OutgoingRequestMessage | null = null;
  #sequence = 0;
  #cancelRenewal = (): void => undefined;

  constructor(agent: UserAgent, clock: Clock, events: RegistrationEvents) {
    this.#agent = agent;
    this.#clock = clock;
    this.#events = events;
  }

  /** Asks; an answer to an earlier question is not waited for any more. */
  ask(): void {
    this.pause();
    const asked = this.#sequence;
    const isLatest = (): boolean => asked === this.#sequence;
    this.#send(wantedSeconds, {
      onAccept: ({ message }) => isLatest() && this.#accepted(message.getHeaders('contact')),
      onReject: ({ message }) => isLatest() && this.#events.rejected(message.statusCode ?? 500),
    });
  }

  /** Neither asks nor listens until it is told to ask again. */
  pause(): void {
    this.#sequence += 1;
    this.#cancelRenewal();
  }

  giveBack(): void {
    this.pause();
    this.#send(0, {});
  }

  #accepted(contacts: readonly string[]): void {
    const seconds = Math.max(leastSeconds, lifetimeOf(contacts, this.#agent.contact.uri.user ?? '') ?? wantedSeconds);
    this.#cancelRenewal();
    this.#cancelRenewal = this.#clock.after(seconds * 750, () => this.ask());
    this.#events.accepted();
  }

  #send(expires: number, delegate: Core.OutgoingRequestDelegate): void {
    const { userAgentCore, configuration, contact } = this.#agent;
    const { uri } = configuration;
    const registrar = uri.clone();
    registrar.user = undefined;
    // One Call-ID and a growing CSeq for all of them (RFC 3261 §10.2).
    const same = this.#first === null ? {} : { callId: this.#first.callId, fromTag: this.#first.fromTag };
    const request = userAgentCore.makeOutgoingRequestMessage(
      'REGISTER',
      registrar,
      uri,
      uri,
      { ...same, cseq: this.#sequence },
      [`Contact: ${contact.toString({ register: true })};expires=${expires}`],
    );
    this.#first ??= request;
    userAgentCore.register(request, delegate);
  }
}

/** For how many seconds the registrar keeps our contact, of all those it lists; null when it does not say. */
export function lifetimeOf(contacts: readonly string[], user: string): number | null {
  const ours = contacts.filter((contact) => contact.includes(`sip:${user}@`));
  const lifetimes = ours
    .map((contact) => /;\s*expires=(\d+)/i.exec(contact)?.[1])
    .filter((found) => found !== undefined);
  return lifetimes.length === 0 ? null : Math.max(...lifetimes.map(Number));
}
