import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call } from '../../../../shared/call/call.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { LineSample } from '../../../ports/line-sample.ts';
import type { PhoneLine } from '../../../ports/phone-line.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import type { CallStore } from './call-store.ts';
import type { Desk } from './place-of.ts';
import { addTo, emptyTally, summaryOf, type Tally } from './quality-summary.ts';
import { qualityOf, windowSamples, type Quality } from './quality.ts';

export type QualityMonitor = {
  /** How each call with us sounds; not those on hold, and not before it can be told. */
  readonly store: StoreApi<Readonly<Record<string, Quality>>>;
  /** The page may be gone in a moment: what has been measured is kept now. */
  readonly flush: () => void;
  readonly close: () => void;
};

type Parts = {
  readonly phone: Pick<PhoneLine, 'sample' | 'mutedOf'>;
  readonly server: Pick<ServerLink, 'call'>;
  readonly clock: Clock;
  readonly calls: Pick<CallStore, 'store'>;
  readonly desk: Desk;
};

const everyMs = 1000;
/** After a longer break the samples have nothing to do with each other: the page slept. */
const longestBreakMs = 3000;

type Measured = { readonly samples: readonly LineSample[]; readonly tally: Tally };
const unmeasured: Measured = { samples: [], tally: emptyTally };

/**
 * Measures the calls with us once a second, all with one timer, and with none while there is no call. What a call has
 * come to is kept with it when it ends or is put on hold.
 */
export function createQualityMonitor(parts: Parts): QualityMonitor {
  return new Monitor(parts);
}

class Monitor implements QualityMonitor {
  readonly store = createStore<Readonly<Record<string, Quality>>>(() => ({}));
  readonly #parts: Parts;
  readonly #measured = new Map<string, Measured>();
  readonly #stopListening: () => void;
  #cancel: (() => void) | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#stopListening = parts.calls.store.subscribe(({ calls }, { calls: before }) => {
      if (calls !== before) this.#follow(calls);
    });
  }

  readonly flush = (): void => {
    for (const [id, { samples, tally }] of this.#measured) {
      this.#keep(id, tally);
      this.#measured.set(id, { samples, tally: emptyTally });
    }
  };

  readonly close = (): void => {
    this.flush();
    this.#stopListening();
    this.#cancel?.();
    this.#cancel = null;
    this.#measured.clear();
  };

  #follow(calls: Readonly<Record<string, Call>>): void {
    const withUs = Object.values(calls).filter((call) => isWithUs(call, this.#parts.desk));
    for (const [id, { tally }] of this.#measured) {
      if (withUs.some((call) => call.id === id)) continue;
      this.#keep(id, tally);
      this.#measured.delete(id);
      this.#forget(id);
    }
    for (const { id } of withUs) if (!this.#measured.has(id)) this.#measured.set(id, unmeasured);
    if (this.#measured.size > 0) this.#cancel ??= this.#parts.clock.after(everyMs, this.#measureAll);
  }

  readonly #measureAll = (): void => {
    this.#cancel = null;
    if (this.#measured.size === 0) return;
    this.#cancel = this.#parts.clock.after(everyMs, this.#measureAll);
    for (const id of this.#measured.keys()) void this.#measure(id);
  };

  async #measure(id: string): Promise<void> {
    const { phone } = this.#parts;
    const sample = await phone.sample(id);
    const before = this.#measured.get(id);
    if (before === undefined) return;
    // Its line is in another window, or not connected yet.
    if (sample === null) return this.#forget(id);
    const previous = before.samples.at(-1);
    const goesOn = previous !== undefined && sample.at - previous.at <= longestBreakMs;
    const samples = goesOn ? [...before.samples, sample].slice(-windowSamples) : [sample];
    const quality = qualityOf(samples, phone.mutedOf(id));
    const tally = addTo(before.tally, goesOn ? previous : undefined, sample, quality?.verdict ?? null);
    this.#measured.set(id, { samples, tally });
    if (quality === null) this.#forget(id);
    else this.store.setState({ [id]: quality });
  }

  #forget(id: string): void {
    const { [id]: known, ...others } = this.store.getState();
    if (known !== undefined) this.store.setState(others, true);
  }

  /** Nobody is told if it could not be kept: the call is what matters, and that is over. */
  #keep(id: string, tally: Tally): void {
    const body = summaryOf(tally);
    if (body !== null) void this.#parts.server.call('quality', { params: { id }, body }, { outlivesPage: true });
  }
}

const isWithUs = (call: Call, { consoleId }: Desk): boolean =>
  (call.state === 'talking' || call.state === 'consulting') && call.agent?.consoleId === consoleId;
