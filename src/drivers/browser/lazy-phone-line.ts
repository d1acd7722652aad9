import { fail, type Result } from '../../../shared/result.ts';
import { createEmitter } from '../../lib/emitter.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AnswerFailure, PhoneAccount, PhoneEvent, PhoneLine, PhoneState } from '../../ports/phone-line.ts';
import type { LineSample } from '../../ports/line-sample.ts';
import type { TestProbe } from '../../ports/test-probe.ts';

const fetchAgainMs = 2000;

/**
 * A telephone that is fetched when it is first connected: its code is large, and nothing on the first screen needs it.
 * Until then it is offline; after it is closed another may be fetched for the next person.
 */
export class LazyPhoneLine implements PhoneLine {
  readonly #load: () => Promise<PhoneLine>;
  readonly #clock: Clock;
  readonly #since: number;
  readonly #events = createEmitter<PhoneEvent>();
  #loading: Promise<PhoneLine> | null = null;
  #phone: PhoneLine | null = null;

  constructor(load: () => Promise<PhoneLine>, clock: Clock) {
    this.#load = load;
    this.#clock = clock;
    this.#since = clock.now();
  }

  readonly subscribe = this.#events.subscribe;

  connect(account: PhoneAccount): void {
    const loading = (this.#loading ??= this.#fetch());
    const failed = (): void => {
      // The network was away just then, and the desk waits for its telephone.
      if (this.#loading !== loading) return;
      this.#loading = null;
      this.#clock.after(fetchAgainMs, () => this.connect(account));
    };
    void loading.then((phone) => phone.connect(account), failed);
  }

  async close(): Promise<void> {
    const loading = this.#loading;
    this.#loading = null;
    this.#phone = null;
    await (await loading)?.close();
  }

  retry(): void {
    this.#phone?.retry();
  }

  state(): PhoneState {
    return this.#phone?.state() ?? { state: 'offline', since: this.#since };
  }

  async answer(callId: string): Promise<Result<void, AnswerFailure>> {
    const phone = await this.#loading;
    return phone === null ? fail('phoneOffline') : phone.answer(callId);
  }

  hangUp(callId: string): Promise<Result<void, 'noSuchLine'>> {
    return this.#phone?.hangUp(callId) ?? Promise.resolve(fail('noSuchLine'));
  }

  mute(callId: string, muted: boolean): Result<void, 'noSuchLine'> {
    return this.#phone?.mute(callId, muted) ?? fail('noSuchLine');
  }

  mutedOf(callId: string): boolean {
    return this.#phone?.mutedOf(callId) ?? false;
  }

  hold(callId: string, held: boolean): Result<void, 'noSuchLine'> {
    return this.#phone?.hold(callId, held) ?? fail('noSuchLine');
  }

  sendDigits(callId: string, digits: string): Result<void, 'noSuchLine' | 'digitsRefused'> {
    return this.#phone?.sendDigits(callId, digits) ?? fail('noSuchLine');
  }

  levelOf(callId: string): number {
    return this.#phone?.levelOf(callId) ?? 0;
  }

  async sample(callId: string): Promise<LineSample | null> {
    return this.#phone?.sample(callId) ?? null;
  }

  testProbe(callId: string): TestProbe | null {
    return this.#phone?.testProbe(callId) ?? null;
  }

  async #fetch(): Promise<PhoneLine> {
    const phone = await this.#load();
    phone.subscribe(this.#events.emit);
    this.#phone = phone;
    return phone;
  }
}
