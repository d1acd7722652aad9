import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call } from '../../../../shared/call/call.ts';
import { transition } from '../../../../shared/call/transition.ts';
import type { ServerFrame, StreamEvent } from '../../../../shared/protocol/stream.ts';
import { createEmitter } from '../../../lib/emitter.ts';
import type { Clock } from '../../../ports/clock.ts';
import { CatchUp } from './catch-up.ts';
import { farewellMsOf, farewellOf, type Farewell } from './farewell.ts';
import { isBusy, type Desk } from './place-of.ts';

export type CallTable = {
  /** Whether a snapshot has come yet. */
  readonly synced: boolean;
  /** The calls that are going on, by id. */
  readonly calls: Readonly<Record<string, Call>>;
  readonly farewells: Readonly<Record<string, Farewell>>;
  /** What to add to this computer's clock to get the server's, in milliseconds. */
  readonly clockOffset: number;
};

/** A call before and after; `after` undefined: a snapshot does not have it any more. */
export type CallChange = { readonly id: string; readonly before: Call | undefined; readonly after: Call | undefined };

export type CallStore = {
  readonly store: StoreApi<CallTable>;
  readonly accept: (frame: ServerFrame) => void;
  /** Every change, after the table has it. */
  readonly subscribeChanges: (listener: (change: CallChange) => void) => () => void;
  readonly dismiss: (callId: string) => void;
  /** Whoever looks has other queues than before: every call may belong somewhere else. */
  readonly lookAgain: () => void;
  /** The server's clock, ms since the epoch. */
  readonly now: () => number;
  readonly close: () => void;
};

type Parts = {
  readonly clock: Clock;
  readonly desk: Desk;
  /** Asks for everything anew; what comes is a snapshot. */
  readonly refresh: () => void;
  /** Whether somebody is still at something on the card of a call that is over: it stays until they are done. */
  readonly isInUse?: (callId: string) => boolean;
};

/** Our clock may be off, and heartbeats are late by the network's whim: smaller differences are not worth a redraw. */
const tolerableMs = 250;
/** How soon a card goes that was in use when its time was over. */
const lingerMs = 1000;

/** The calls of the reception: the call machine applied to what the stream tells, and nothing else. */
export function createCallStore(parts: Parts): CallStore {
  return new Table(parts);
}

class Table implements CallStore {
  readonly store = createStore<CallTable>(() => ({ synced: false, calls: {}, farewells: {}, clockOffset: 0 }));
  readonly #parts: Parts;
  readonly #changes = createEmitter<CallChange>();
  readonly #clearing = new Map<string, () => void>();
  /** What came was not what the machine allows, so a snapshot is on its way, and events until then mean nothing. */
  #isDoubtful = false;
  /** The last event there was. */
  #sequence = 0;
  /** What was missed and is just being told, one event after the other. */
  #missed: CatchUp | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly subscribeChanges = this.#changes.subscribe;

  readonly lookAgain = (): void => this.store.setState(({ calls }) => ({ calls: { ...calls } }));
  readonly now = (): number => this.#parts.clock.now() + this.store.getState().clockOffset;

  readonly accept = (frame: ServerFrame): void => {
    switch (frame.type) {
      case 'snapshot':
        this.#setClock(frame.now);
        this.#sequence = frame.sequence;
        return this.#replace(frame.calls);
      case 'resumed':
        this.#setClock(frame.now);
        if (frame.sequence > this.#sequence) this.#missed = new CatchUp(frame.sequence, this.store.getState().calls);
        return undefined;
      case 'heartbeat':
        this.#setClock(frame.now);
        // Of what was missed, the last may not have been for us.
        return this.#catchUp();
      case 'event':
        return this.#follow(frame.event);
      default:
        return frame satisfies never;
    }
  };

  readonly dismiss = (callId: string): void => {
    this.#clearing.get(callId)?.();
    this.#clearing.delete(callId);
    this.store.setState(({ farewells }) => ({ farewells: without(farewells, callId) }));
  };

  readonly close = (): void => {
    for (const cancel of this.#clearing.values()) cancel();
    this.#clearing.clear();
  };

  #follow(event: StreamEvent): void {
    if (this.#missed !== null && event.sequence > this.#missed.until) this.#catchUp();
    this.#sequence = event.sequence;
    this.#happen(event);
    if (event.sequence === this.#missed?.until) this.#catchUp();
  }

  #happen({ body }: StreamEvent): void {
    if (body.kind !== 'call' || this.#isDoubtful) return;
    const id = body.callId;
    const before = this.#missed === null ? this.store.getState().calls[id] : this.#missed.callOf(id);
    // The last words of a note: the call was over before, and is not here any more.
    if (before === undefined && body.event.type === 'noted') return;
    const moved = transition(before, body.event);
    if (moved.ok) {
      if (this.#missed === null) this.#change({ id, before, after: moved.call });
      else this.#missed.change(id, moved.call);
      return;
    }
    this.#missed = null;
    this.#isDoubtful = true;
    this.#parts.refresh();
  }

  #catchUp(): void {
    const changes = this.#missed?.changes() ?? [];
    this.#missed = null;
    if (changes.length === 0) return;
    const ids = new Set(changes.map(({ id }) => id));
    this.store.setState(({ calls }) => ({
      calls: {
        ...Object.fromEntries(Object.entries(calls).filter(([id]) => !ids.has(id))),
        ...Object.fromEntries(changes.map(({ id, after }) => [id, after] as const).filter(([, call]) => isLive(call))),
      },
    }));
    for (const change of changes) this.#tell(change);
  }

  #replace(calls: readonly Call[]): void {
    this.#isDoubtful = false;
    this.#missed = null;
    const before = this.store.getState().calls;
    const after = Object.fromEntries(calls.filter(isLive).map((call) => [call.id, call]));
    const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
    this.store.setState({ synced: true, calls: after });
    for (const id of ids) this.#tell({ id, before: before[id], after: after[id] });
  }

  #change(change: CallChange): void {
    const { id, after } = change;
    this.store.setState(({ calls }) => ({
      calls: after !== undefined && isLive(after) ? { ...calls, [id]: after } : without(calls, id),
    }));
    this.#tell(change);
  }

  #tell(change: CallChange): void {
    const { id, before, after } = change;
    const { desk } = this.#parts;
    const seen = { desk, at: this.now(), isBusy: isBusy(Object.values(this.store.getState().calls), desk) };
    const farewell = before === undefined ? null : farewellOf(before, after, seen);
    if (farewell !== null) this.#bidFarewell(id, farewell);
    this.#changes.emit(change);
  }

  #bidFarewell(id: string, farewell: Farewell): void {
    this.store.setState(({ farewells }) => ({ farewells: { ...farewells, [id]: farewell } }));
    this.#clear(id, farewellMsOf(farewell));
  }

  #clear(id: string, afterMs: number): void {
    const { clock, isInUse } = this.#parts;
    this.#clearing.get(id)?.();
    this.#clearing.set(
      id,
      clock.after(afterMs, () => (isInUse?.(id) === true ? this.#clear(id, lingerMs) : this.dismiss(id))),
    );
  }

  #setClock(serverNow: number): void {
    const clockOffset = serverNow - this.#parts.clock.now();
    const differs = Math.abs(clockOffset - this.store.getState().clockOffset) > tolerableMs;
    if (differs) this.store.setState({ clockOffset });
  }
}

const isLive = (call: Call): boolean => call.state !== 'ended';

const without = <Value>(record: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
