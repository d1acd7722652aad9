import { fail, ok, type Result } from '../shared/result.ts';
import { answersAfter, applyPolicy, rejectsWith } from './answer-policy.ts';
import type { CallCore } from './call/call-core.ts';
import { isEvent, type CallEvent, type CallEventOf, type CallEventType } from './call/call-event.ts';
import { placeCall, receiveCall, type CallSurroundings, type CreatedCall } from './call/create-call.ts';
import type { SipCall } from './call/sip-call.ts';
import type { CallerOptions } from './caller-options.ts';
import { CurrentCall } from './current-call.ts';
import { silence, type AudioSource } from './media/audio-source.ts';
import { processClock } from './media/rtp-clock.ts';
import type { Address } from './sip/addresses.ts';
import { defaultTimers } from './sip/retransmission.ts';
import type { ServerTransaction } from './sip/server-transaction.ts';
import { openTcpTransport } from './sip/tcp-transport.ts';
import type { OpenTransport } from './sip/transport.ts';
import { openUdpTransport } from './sip/udp-transport.ts';
import { UserAgent } from './sip/user-agent.ts';
import { Waiting } from './waiting.ts';
import { systemWorld } from './world.ts';

export type DialFailure = 'closed' | 'alreadyInCall' | 'noServer';

/** How long closing waits for the other side to take note that its calls are over. */
const farewellMs = 1000;

/** A telephone for tests, demos and measurements: calls, is called, speaks, presses keys, and measures what it hears. */
export class SipCaller extends CurrentCall {
  readonly #options: CallerOptions;
  readonly #agent: UserAgent;
  readonly #open = new Set<CallCore>();
  readonly #calls = new Set<SipCall>();
  readonly #incomingListeners = new Set<(call: SipCall) => void>();
  readonly #eventListeners = new Set<(event: CallEvent, call: SipCall) => void>();
  #source: AudioSource;
  #call: SipCall | undefined;
  #closed: Promise<void> | undefined;

  /** Opens a caller; calls that come in are refused unless `answers` says otherwise. Throws where its address cannot be had. */
  static async open(options: CallerOptions): Promise<SipCaller> {
    const { transport = 'udp', localAddress: host = '127.0.0.1', port = 0 } = options;
    const openers: Readonly<Record<'udp' | 'tcp', OpenTransport>> = { udp: openUdpTransport, tcp: openTcpTransport };
    const open = typeof transport === 'string' ? openers[transport] : transport;
    return new SipCaller(options, await open({ host, port }));
  }

  /** Opens one that waits for calls, and answers them at once unless `answers` says otherwise. */
  static listen(options: CallerOptions): Promise<SipCaller> {
    return SipCaller.open({ answers: answersAfter(), ...options });
  }

  private constructor(options: CallerOptions, transport: Awaited<ReturnType<OpenTransport>>) {
    const world = options.world ?? systemWorld;
    super(new Waiting(options.clock ?? processClock, world.schedule));
    this.#options = options;
    this.#source = options.plays ?? silence();
    const timers = { ...defaultTimers, ...options.timers };
    this.#agent = new UserAgent({ transport, world, timers, onInvite: (invite) => void this.#receive(invite) });
  }

  /** The newest call. */
  get call(): SipCall | undefined {
    return this.#call;
  }

  /** All calls that are not over. */
  get calls(): readonly SipCall[] {
    return [...this.#calls];
  }

  /** Where this one is reached. */
  get address(): Address {
    return this.#agent.local;
  }

  /** Calls a number at the server, or a whole `sip:` URI through it. Resolves when the INVITE is out. */
  async dial(target: string, headers: Readonly<Record<string, string>> = {}): Promise<Result<SipCall, DialFailure>> {
    const { server } = this.#options;
    if (this.#closed) return fail('closed');
    if (!server) return fail('noServer');
    if (this.calls.some((call) => call.state !== 'terminated')) return fail('alreadyInCall');
    this.#call = undefined;
    const uri = /^sips?:/i.test(target) ? target : `sip:${target}@${server.host}:${server.port}${this.#uriParams}`;
    return ok(this.#adopt(await placeCall(this.#around(), { server, uri, headers })));
  }

  /** Each call that comes in, after the policy has been applied to it. */
  onIncoming(listener: (call: SipCall) => void): () => void {
    this.#incomingListeners.add(listener);
    return () => this.#incomingListeners.delete(listener);
  }

  /** Events of that type in the calls made or taken from now on. */
  on<Type extends CallEventType>(type: Type, listener: (event: CallEventOf<Type>, call: SipCall) => void): () => void {
    const forward = (event: CallEvent, call: SipCall) => isEvent(event, type) && listener(event, call);
    this.#eventListeners.add(forward);
    return () => this.#eventListeners.delete(forward);
  }

  /** Changes what is sent, in the running calls and in those to come. */
  plays(source: AudioSource): void {
    this.#source = source;
    for (const call of this.#calls) call.plays(source);
  }

  /** Ends all calls, waits a second at most for that to be confirmed, and leaves no socket and no timer. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const tooLong = new Promise<void>((done) => void this.#agent.schedule(farewellMs, done));
    await Promise.race([tooLong, Promise.all(this.calls.map((call) => call.hangUp()))]);
    for (const core of this.#open) core.end({ why: 'closed', by: 'us' });
    this.waiting.close();
    await Promise.all([...this.#open].map((core) => core.media.close()));
    await this.#agent.close();
  }

  async #receive(invite: ServerTransaction): Promise<void> {
    const { answers = rejectsWith(480) } = this.#options;
    const policy = typeof answers === 'function' ? answers(invite.request) : answers;
    if (policy.does === 'ignore') return;
    const call = this.#adopt(await receiveCall(this.#around(), invite));
    applyPolicy(policy, call, (delayMs, run) => this.#agent.schedule(delayMs, run));
    for (const listener of this.#incomingListeners) listener(call);
  }

  #adopt({ call, core }: CreatedCall): SipCall {
    this.#call = call;
    this.#open.add(core);
    this.#calls.add(call);
    const tell = (event: CallEvent) => {
      for (const listener of this.#eventListeners) listener(event, call);
    };
    for (const event of call.history) tell(event);
    call.onAny(tell);
    const forget = () => {
      this.#calls.delete(call);
      void core.media.close().then(() => this.#open.delete(core));
    };
    if (call.ending) forget();
    else call.on('ended', forget);
    // Closed while the call was being made: it must not outlive its caller.
    if (this.#closed) core.end({ why: 'closed', by: 'us' });
    this.waiting.check();
    return call;
  }

  #around(): CallSurroundings {
    return { agent: this.#agent, options: this.#options, source: this.#source, onChange: () => this.waiting.check() };
  }

  get #uriParams(): string {
    return this.#options.transport === 'tcp' ? ';transport=tcp' : '';
  }
}
