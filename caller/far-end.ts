import { rejectsWith, type AnswerPolicy } from './answer-policy.ts';
import type { SipCall } from './call/sip-call.ts';
import type { CallerOptions } from './caller-options.ts';
import { silence, type AudioSource } from './media/audio-source.ts';
import { userOfUri, type Address } from './sip/addresses.ts';
import { SipCaller } from './sip-caller.ts';

/** Somebody out there: what they do when they are called, and what they say once they have answered. */
export type Subscriber = { readonly answers: AnswerPolicy; readonly plays?: AudioSource };

export type FarEndOptions = Pick<CallerOptions, 'localAddress' | 'port' | 'timers' | 'world' | 'clock'> & {
  /** Who has that number; it is answered with 404 when nobody has. Beside those added with `add`. */
  readonly find?: (number: string) => Subscriber | undefined;
};

const nobody = rejectsWith(404);

/** Everybody a trunk can reach: answers calls to many numbers, each in a way of its own. */
export class FarEnd {
  readonly #phone: SipCaller;
  readonly #added: Map<string, Subscriber>;

  /** Throws where its address cannot be had. */
  static async open({ find = () => undefined, ...options }: FarEndOptions = {}): Promise<FarEnd> {
    const added = new Map<string, Subscriber>();
    const subscriber = (number: string): Subscriber | undefined => added.get(number) ?? find(number);
    const phone = await SipCaller.open({
      ...options,
      number: 'far-end',
      answers: ({ uri }) => subscriber(userOfUri(uri) ?? '')?.answers ?? nobody,
    });
    phone.onIncoming((call) => call.plays(subscriber(dialledIn(call))?.plays ?? silence()));
    return new FarEnd(phone, added);
  }

  private constructor(phone: SipCaller, added: Map<string, Subscriber>) {
    this.#phone = phone;
    this.#added = added;
  }

  get address(): Address {
    return this.#phone.address;
  }

  /** Where a PBX sends its calls to the outside: `sip:127.0.0.1:5070`. */
  get contact(): string {
    return `sip:${this.address.host}:${this.address.port}`;
  }

  /** Somebody has this number, as it comes in the INVITE, from now on. */
  add(number: string, subscriber: Subscriber): void {
    this.#added.set(number, subscriber);
  }

  /** The calls that are going on, to any number or to one. */
  calls(number?: string): readonly SipCall[] {
    return this.#phone.calls.filter((call) => number === undefined || dialledIn(call) === number);
  }

  /** Each call that comes in, after its subscriber has begun to do what they do. */
  onCall(listener: (call: SipCall, number: string) => void): () => void {
    return this.#phone.onIncoming((call) => listener(call, dialledIn(call)));
  }

  /** The call that is at this number now, or the next one there. Rejects with a CallerError. */
  async called(number: string, deadlineMs?: number): Promise<SipCall> {
    let found: SipCall | undefined;
    await this.until(() => (found = this.calls(number)[0]) !== undefined, deadlineMs, 'call to that number');
    if (found === undefined) throw new Error('waited for a call and have none');
    return found;
  }

  /** Waits for anything to be heard or to happen here. Rejects with a CallerError. */
  until(predicate: () => boolean, deadlineMs?: number, what?: string): Promise<void> {
    return this.#phone.until(predicate, deadlineMs, what);
  }

  /** Ends all calls and leaves nothing open. */
  close(): Promise<void> {
    return this.#phone.close();
  }
}

const dialledIn = ({ invite }: SipCall): string => userOfUri(invite?.uri ?? '') ?? '';
