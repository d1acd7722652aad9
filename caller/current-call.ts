import { fail, type Result } from '../shared/result.ts';
import type { CallEvent, Ending, LegState } from './call/call-event.ts';
import type { InfoKeys } from './call/key-info.ts';
import type { CallFailure, SipCall } from './call/sip-call.ts';
import type { ToneWindow, Window } from './media/audio-meter.ts';
import type { KeyTiming } from './media/key-queue.ts';
import type { PacketCounts } from './media/rtp-statistics.ts';
import type { SipHeader } from './sip/message.ts';
import type { Waiting } from './waiting.ts';

const usualDeadlineMs = 10_000;
const noPackets: PacketCounts = { sent: 0, received: 0, lost: 0, jitterMs: 0, strangers: 0 };

/** The newest call of a caller, as if the caller were the call; before the first, an idle one. Promises reject with a CallerError. */
export abstract class CurrentCall {
  protected readonly waiting: Waiting;

  constructor(waiting: Waiting) {
    this.waiting = waiting;
  }

  /** The newest call, over or not. */
  abstract get call(): SipCall | undefined;

  get state(): LegState | 'idle' {
    return this.call?.state ?? 'idle';
  }

  get statuses(): readonly number[] {
    return this.call?.statuses ?? [];
  }

  get ending(): Ending | undefined {
    return this.call?.ending;
  }

  /** The Reason headers (RFC 3326) of the BYE, CANCEL or refusal that ended the call, joined by commas. */
  get reason(): string | undefined {
    return this.ending && this.ending.reasons.length > 0 ? this.ending.reasons.join(', ') : undefined;
  }

  get digits(): string {
    return this.call?.digits ?? '';
  }

  get history(): readonly CallEvent[] {
    return this.call?.history ?? [];
  }

  get firstAudioAt(): { readonly packet: number | undefined; readonly sound: number | undefined } {
    return this.call?.firstAudioAt ?? { packet: undefined, sound: undefined };
  }

  hangUp(headers?: readonly SipHeader[]): Promise<Ending | undefined> {
    return this.call?.hangUp(headers) ?? Promise.resolve(undefined);
  }

  cancel(headers?: readonly SipHeader[]): Promise<Result<Ending, CallFailure>> {
    return this.call?.cancel(headers) ?? Promise.resolve(fail('nothingToCancel'));
  }

  press(digits: string, timing?: Partial<KeyTiming>): Promise<Result<void, CallFailure>> {
    return this.call?.press(digits, timing) ?? Promise.resolve(fail('notConnected'));
  }

  pressByInfo(digits: string, keys?: InfoKeys): Promise<Result<void, CallFailure>> {
    return this.call?.pressByInfo(digits, keys) ?? Promise.resolve(fail('notConnected'));
  }

  hold(): Promise<Result<void, CallFailure>> {
    return this.call?.hold() ?? Promise.resolve(fail('notConnected'));
  }

  resume(): Promise<Result<void, CallFailure>> {
    return this.call?.resume() ?? Promise.resolve(fail('notConnected'));
  }

  /** Whether the last 200 ms (or `windowMs`) are that tone, by its share of the energy. */
  hears(hz: number, window?: ToneWindow): boolean {
    return this.call?.hears(hz, window) ?? false;
  }

  toneStrength(hz: number, window?: Window): number {
    return this.call?.toneStrength(hz, window) ?? 0;
  }

  level(window?: Window): number {
    return this.call?.level(window) ?? 0;
  }

  heard(since?: number): Int16Array {
    return this.call?.heard(since) ?? new Int16Array();
  }

  firstSoundAfter(since: number): number | undefined {
    return this.call?.firstSoundAfter(since);
  }

  packets(): PacketCounts {
    return this.call?.packets() ?? noPackets;
  }

  /** The call rings at the other end (180 or 183), or one has come in here. */
  ringing(deadlineMs = usualDeadlineMs): Promise<SipCall> {
    return this.#callThat(rings, 'ringing', deadlineMs);
  }

  answered(deadlineMs = usualDeadlineMs): Promise<SipCall> {
    return this.#callThat((call) => call.history.some(({ type }) => type === 'answered'), 'answer', deadlineMs);
  }

  async status(code: number, deadlineMs = usualDeadlineMs): Promise<void> {
    await this.#callThat((call) => call.statuses.includes(code), `status ${code}`, deadlineMs);
  }

  ended(deadlineMs = usualDeadlineMs): Promise<Ending> {
    return this.waiting.for({ what: 'end', deadlineMs, met: () => this.ending, describe: () => this.describe() });
  }

  /** Waits for anything: looked at on each event, each packet heard, and every 20 ms. */
  async until(predicate: () => boolean, deadlineMs = usualDeadlineMs, what = 'such state'): Promise<void> {
    const met = () => predicate() || undefined;
    await this.waiting.for({ what, deadlineMs, met, describe: () => this.describe() });
  }

  /** How the call stands, without naming anybody. */
  describe(): string {
    const { ending } = this;
    const end = ending ? `, ${ending.why} by ${ending.by}` : '';
    return `${this.state}${end}; statuses ${this.statuses.join(' ') || 'none'}; ${this.#heard()}`;
  }

  #heard(): string {
    const level = this.level({ windowMs: 500 }).toFixed(3);
    return `${this.packets().received} packets heard, at level ${level} in the last half second`;
  }

  #callThat(test: (call: SipCall) => boolean, what: string, deadlineMs: number): Promise<SipCall> {
    return this.waiting.for({
      what,
      deadlineMs,
      met: () => (this.call && test(this.call) ? this.call : undefined),
      hopeless: () => (this.ending ? this.describe() : undefined),
      describe: () => this.describe(),
    });
  }
}

function rings(call: SipCall): boolean {
  return call.invite !== undefined || call.statuses.some((status) => status === 180 || status === 183);
}
