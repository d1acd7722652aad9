import { createStore, type StoreApi } from 'zustand/vanilla';
import { auditActionSchema } from '../../../../shared/protocol/audit-operations.ts';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ApiAnswer, ApiRequest, ServerLink } from '../../../ports/server-link.ts';

export type AuditEntry = ApiAnswer<'audit'>['entries'][number];
export const auditActions = auditActionSchema.options;
/** Empty: it does not matter. */
export type AuditFilter = {
  readonly action: AuditEntry['action'] | '';
  readonly userId: string;
  readonly search: string;
};

export type Audit = {
  readonly filter: AuditFilter;
  /** The latest first; null until the server has said. */
  readonly entries: readonly AuditEntry[] | null;
  readonly hasMore: boolean;
  readonly failure: string | null;
};

export type AuditList = {
  readonly store: StoreApi<Audit>;
  /** Asks at once. Answers the way to stop. */
  readonly follow: () => () => void;
  readonly choose: (change: Partial<AuditFilter>) => void;
  readonly older: () => void;
  readonly again: () => void;
};

type Parts = { readonly server: Pick<ServerLink, 'call'>; readonly clock: Clock };

const pageOf = 50;
/** While somebody types. */
const pauseMs = 250;

export function createAuditList({ server, clock }: Parts): AuditList {
  const store = createStore<Audit>(() => ({
    filter: { action: '', userId: '', search: '' },
    entries: null,
    hasMore: false,
    failure: null,
  }));
  let cancel = (): void => undefined;
  /** Only the answer to the latest question counts. */
  let asked = 0;
  const ask = async (before?: number): Promise<void> => {
    cancel();
    asked += 1;
    const question = asked;
    const found = await server.call('audit', { query: queryOf(store.getState().filter, before) });
    if (question !== asked) return;
    if (!found.ok) {
      store.setState({ failure: failureSentence(found.error.code, errorTable) });
      return;
    }
    const known = before === undefined ? [] : (store.getState().entries ?? []);
    const { entries } = found.value;
    store.setState({ entries: [...known, ...entries], hasMore: entries.length === pageOf, failure: null });
  };
  return {
    store,
    follow: () => {
      void ask();
      return () => cancel();
    },
    choose: (change) => {
      store.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
      cancel();
      if (change.search === undefined) void ask();
      else cancel = clock.after(pauseMs, () => void ask());
    },
    older: () => void ask(store.getState().entries?.at(-1)?.id),
    again: () => void ask(),
  };
}

function queryOf({ action, userId, search }: AuditFilter, before: number | undefined): ApiRequest<'audit'>['query'] {
  const words = search.trim();
  return {
    limit: pageOf,
    ...(action !== '' && { action }),
    ...(userId !== '' && { userId }),
    ...(words !== '' && { search: words }),
    ...(before !== undefined && { before }),
  };
}
