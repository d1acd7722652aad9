import { createStore, type StoreApi } from 'zustand/vanilla';
import type { z } from 'zod';
import type { UserDetails } from '../../../../shared/protocol/accounts.ts';
import type { numberSchema, QueueDetails } from '../../../../shared/protocol/directory.ts';
import type { ApiRequest, ApiResult, ServerLink } from '../../../ports/server-link.ts';

export type OwnNumber = z.output<typeof numberSchema>;

/** Who answers what, as the server last told it. */
export type AdminTable = {
  readonly users: readonly UserDetails[];
  readonly queues: readonly QueueDetails[];
  readonly numbers: readonly OwnNumber[];
};

export type AdminState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly code: string }
  | { readonly state: 'ready'; readonly table: AdminTable };

type Changing =
  | 'createUser'
  | 'changeUser'
  | 'saveQueue'
  | 'removeQueue'
  | 'saveNumber'
  | 'removeNumber'
  | 'removeGreeting';

export type AdminStore = {
  readonly store: StoreApi<AdminState>;
  /** Asks for everything anew; what is shown stays until it is here, also when nothing comes. */
  readonly load: () => Promise<void>;
  /** Changes something and then asks for everything anew: a user's queues are a queue's members. */
  readonly change: <Name extends Changing>(name: Name, request: ApiRequest<Name>) => Promise<ApiResult<Name>>;
};

export function createAdminStore(server: Pick<ServerLink, 'call'>): AdminStore {
  const store = createStore<AdminState>(() => ({ state: 'loading' }));
  const load = async (): Promise<void> => {
    const [users, directory] = await Promise.all([server.call('users', {}), server.call('queues', {})]);
    if (users.ok && directory.ok) {
      store.setState({ state: 'ready', table: { users: users.value.users, ...directory.value } }, true);
    } else if (store.getState().state !== 'ready') {
      const failed = users.ok ? directory : users;
      store.setState({ state: 'failed', code: failed.ok ? 'unreachable' : failed.error.code }, true);
    }
  };
  return {
    store,
    load,
    change: async (name, request) => {
      const done = await server.call(name, request);
      // Also after a failure: what was refused may have been so because somebody else was faster.
      await load();
      return done;
    },
  };
}
