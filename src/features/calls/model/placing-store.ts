import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { CallBackFailure, Wanted } from '../../../lib/call-back.ts';
import { createEmitter } from '../../../lib/emitter.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ApiFailure, ApiRequest, ServerLink } from '../../../ports/server-link.ts';
import type { CallStore } from './call-store.ts';

/** How it stands with calls that are asked for and are not on the screen yet. */
export type Placing = {
  /** Which button asked; null: none does. */
  readonly pending: string | null;
  /** Why the last one was not placed, and what was asked for. */
  readonly failure: CallBackFailure | null;
  /** The call that was placed last in this window. */
  readonly placedId: string | null;
};

export type PlacingStore = {
  readonly store: StoreApi<Placing>;
  /** Calls a number, one at a time; while one is asked for, another is not. Answers whether it was placed. */
  readonly place: (wanted: Wanted) => Promise<boolean>;
  /** What the call was placed with, as far as this window remembers. */
  readonly wantedOf: (callId: string) => Wanted | null;
  /** Every call that was placed in this window. */
  readonly subscribePlaced: (
    listener: (placed: { readonly callId: string; readonly wanted: Wanted }) => void,
  ) => () => void;
  /** What failed is not to be shown any more. */
  readonly forgive: () => void;
};

type Parts = {
  readonly server: Pick<ServerLink, 'call'>;
  readonly clock: Clock;
  readonly calls: Pick<CallStore, 'store' | 'subscribeChanges'>;
};

/** The stream tells of a call within moments of its being placed. */
const tellingMs = 5000;
/** More than anybody calls again. */
const mostRemembered = 50;

export const createPlacingStore = (parts: Parts): PlacingStore => new Placings(parts);

class Placings implements PlacingStore {
  readonly store = createStore<Placing>(() => ({ pending: null, failure: null, placedId: null }));
  readonly #parts: Parts;
  readonly #placed = createEmitter<{ readonly callId: string; readonly wanted: Wanted }>();
  readonly #wanted = new Map<string, Wanted>();
  /** The calls there was news of while one was asked for: its own may be among them before it is known by its id. */
  readonly #heardOf = new Set<string>();
  /** Placed, and not told of yet. */
  #expected: { readonly callId: string; readonly cancel: () => void } | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.calls.subscribeChanges(({ id }) => {
      if (this.store.getState().pending === null) return;
      this.#heardOf.add(id);
      if (this.#expected?.callId === id) this.#settle(id);
    });
  }

  readonly subscribePlaced = this.#placed.subscribe;
  readonly wantedOf = (callId: string): Wanted | null => this.#wanted.get(callId) ?? null;
  readonly forgive = (): void => this.store.setState({ failure: null });

  readonly place = async (wanted: Wanted): Promise<boolean> => {
    const { server, clock } = this.#parts;
    if (this.store.getState().pending !== null) return false;
    this.store.setState({ pending: wanted.from, failure: null });
    const placed = await server.call('placeCall', { body: bodyOf(wanted) });
    if (!placed.ok) {
      this.#heardOf.clear();
      this.store.setState({ pending: null, failure: failureOf(placed.error, wanted) });
      return false;
    }
    const callId = placed.value.id;
    this.#remember(callId, wanted);
    // Its button stays pressed until the call is on the screen, so that a second press does not call twice.
    if (this.#heardOf.has(callId)) this.#settle(callId);
    else this.#expected = { callId, cancel: clock.after(tellingMs, () => this.#settle(callId)) };
    return true;
  };

  #remember(callId: string, wanted: Wanted): void {
    this.#wanted.set(callId, wanted);
    const [oldest] = this.#wanted.keys();
    if (this.#wanted.size > mostRemembered && oldest !== undefined) this.#wanted.delete(oldest);
    this.#placed.emit({ callId, wanted });
  }

  #settle(callId: string): void {
    this.#expected?.cancel();
    this.#expected = null;
    this.#heardOf.clear();
    this.store.setState({ pending: null, placedId: callId });
  }
}

function bodyOf(wanted: Wanted): ApiRequest<'placeCall'>['body'] {
  const { from: _, ...body } = wanted;
  return body;
}

/** Of a colleague who was first, who that is. */
function failureOf({ code, by }: ApiFailure, wanted: Wanted): CallBackFailure {
  const isFirst = code === 'alreadyOwned' && by !== undefined;
  const sentence = isFirst ? fill(strings.worklist.first, { who: by }) : failureSentence(code, errorTable);
  return { code, sentence, wanted };
}
