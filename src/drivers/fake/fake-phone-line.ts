import { fail, ok, type Result } from '../../../shared/result.ts';
import { createEmitter } from '../../lib/emitter.ts';
import type { AnswerFailure, PhoneAccount, PhoneEvent, PhoneLine, PhoneState } from '../../ports/phone-line.ts';
import type { LineSample } from '../../ports/line-sample.ts';
import type { TestProbe } from '../../ports/test-probe.ts';

/** A telephone without a network. */
export class FakePhoneLine implements PhoneLine {
  readonly events = createEmitter<PhoneEvent>();
  readonly answered: string[] = [];
  readonly hungUp: string[] = [];
  /** The keys sent, of all calls. */
  digits = '';
  readonly held = new Set<string>();
  account: PhoneAccount | null = null;
  isClosed = false;
  /** What the next answer comes to; a promise that is kept open is an answer that takes its time. */
  nextAnswer: () => Promise<Result<void, AnswerFailure>> = () => Promise.resolve(ok());
  level = 0;
  /** What the next measurement of any call comes to. */
  nextSample: () => LineSample | null = () => null;
  /** What measures a test call; null: there is none. */
  probe: TestProbe | null = null;
  readonly #muted = new Map<string, boolean>();
  #state: PhoneState = { state: 'offline', since: 0 };

  readonly subscribe = this.events.subscribe;

  connect(account: PhoneAccount): void {
    this.account = account;
    this.isClosed = false;
    this.become({ state: 'registered', since: 0 });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.become({ state: 'offline', since: 0 });
  }

  retry(): void {
    // As of a telephone that was never asked to connect: there is nothing to try again.
    if (this.account === null || this.isClosed || this.#state.state === 'registered') return;
    this.become({ state: 'registered', since: 0 });
  }

  state(): PhoneState {
    return this.#state;
  }

  become(state: PhoneState): void {
    this.#state = state;
    this.events.emit({ type: 'stateChanged', state });
  }

  /** A leg of its own rings here for the call: not muted, whatever the one before was. */
  ring(callId: string): void {
    this.#muted.set(callId, false);
    this.events.emit({ type: 'offered', callId });
  }

  /** Its leg is gone, and nobody is told. */
  forget(callId: string): void {
    this.#muted.delete(callId);
  }

  answer(callId: string): Promise<Result<void, AnswerFailure>> {
    this.answered.push(callId);
    if (!this.#muted.has(callId)) this.#muted.set(callId, false);
    return this.nextAnswer();
  }

  async hangUp(callId: string): Promise<Result<void, 'noSuchLine'>> {
    this.hungUp.push(callId);
    return ok();
  }

  mute(callId: string, muted: boolean): Result<void, 'noSuchLine'> {
    if (!this.#muted.has(callId)) return fail('noSuchLine');
    this.#muted.set(callId, muted);
    return ok();
  }

  mutedOf(callId: string): boolean {
    return this.#muted.get(callId) ?? false;
  }

  hold(callId: string, held: boolean): Result<void, 'noSuchLine'> {
    if (held) this.held.add(callId);
    else this.held.delete(callId);
    return ok();
  }

  sendDigits(_callId: string, digits: string): Result<void, 'noSuchLine' | 'digitsRefused'> {
    this.digits += digits;
    return ok();
  }

  levelOf(): number {
    return this.level;
  }

  async sample(): Promise<LineSample | null> {
    return this.nextSample();
  }

  testProbe(): TestProbe | null {
    return this.probe;
  }
}
