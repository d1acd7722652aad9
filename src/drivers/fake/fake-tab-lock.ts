import type { TabLock } from '../../ports/tab-lock.ts';

type Claim = { readonly told: (holder: 'here' | 'elsewhere') => void };

/** The locks of one browser, for as many windows as are given the same one. */
export class FakeTabLock implements TabLock {
  readonly #queues = new Map<string, Claim[]>();

  readonly claim = (name: string, told: Claim['told']): (() => void) => {
    const queue = this.#queues.get(name) ?? [];
    const claim = { told };
    this.#queues.set(name, [...queue, claim]);
    told(queue.length === 0 ? 'here' : 'elsewhere');
    return () => this.#letGo(name, claim);
  };

  #letGo(name: string, claim: Claim): void {
    const before = this.#queues.get(name) ?? [];
    const after = before.filter((other) => other !== claim);
    this.#queues.set(name, after);
    if (before[0] === claim) after[0]?.told('here');
  }
}
