import type { Call } from '../../../../shared/call/call.ts';

type Table = Readonly<Record<string, Call>>;
type Change = { readonly id: string; readonly before: Call | undefined; readonly after: Call };

/**
 * What was missed, added up: each call changes once, from what it was to what it has become. Nobody wants to be rung
 * by a caller who hung up while the network was away.
 */
export class CatchUp {
  /** The sequence number of the last event that was missed. */
  readonly until: number;
  readonly #before: Table;
  readonly #after = new Map<string, Call>();

  constructor(until: number, before: Table) {
    this.until = until;
    this.#before = before;
  }

  readonly callOf = (id: string): Call | undefined => this.#after.get(id) ?? this.#before[id];
  readonly change = (id: string, call: Call): void => void this.#after.set(id, call);

  /** In the order in which the calls were first heard of. */
  readonly changes = (): readonly Change[] =>
    [...this.#after].map(([id, after]) => ({ id, before: this.#before[id], after }));
}
