import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FormatNumber } from './caller-words.ts';

/**
 * How numbers are written. The library that knows the world's numbering plans is large, so numbers are plain until it
 * has come. Only E.164 (`+` and digits) is touched: anything else is shown as it was sent.
 */
export function createNumberFormat(load: () => Promise<FormatNumber>): {
  readonly store: StoreApi<{ readonly format: FormatNumber }>;
  readonly load: () => Promise<void>;
} {
  const store = createStore<{ readonly format: FormatNumber }>(() => ({ format: (number) => number }));
  return {
    store,
    load: async () => {
      const international = await load();
      store.setState({ format: (number) => (/^\+\d{6,15}$/.test(number) ? international(number) : number) });
    },
  };
}
