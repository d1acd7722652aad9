import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { Preferences } from '../../../../shared/protocol/preferences.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import type { KeptPreferences } from './kept-preferences.ts';

export type PreferencesState = {
  readonly preferences: Preferences;
  /** Why the last change is not known on other desks, as a sentence; it is in effect here, and goes with the next one. */
  readonly failure: string | null;
};

export type PreferencesStore = {
  readonly store: StoreApi<PreferencesState>;
  /** Asks the server what its person chose; without an answer it stays as this browser has it. */
  readonly load: () => Promise<void>;
  /** Takes effect at once, here and in the other windows of this browser, and is then saved. */
  readonly change: (changes: Partial<Preferences>) => Promise<void>;
  readonly stop: () => void;
};

type Changes = Partial<Preferences>;

/** What whoever is signed in chose. `kept`: what this browser knows of it before the server has answered. */
export function createPreferences(server: Pick<ServerLink, 'call'>, kept: KeptPreferences): PreferencesStore {
  const store = createStore<PreferencesState>(() => ({ preferences: kept.read(), failure: null }));
  let unsaved: Changes = {};
  /** What is on its way to the server; one change after the other, so that the latest is the last to arrive. */
  let saving: Changes | null = null;

  const become = (preferences: Preferences): void => {
    store.setState({ preferences });
    kept.write(preferences);
  };
  const save = async (): Promise<void> => {
    while (saving === null && hasAny(unsaved)) {
      saving = unsaved;
      unsaved = {};
      const sent = saving;
      const saved = await server.call('savePreferences', { body: sent });
      saving = null;
      if (saved.ok) continue;
      const hasMore = hasAny(unsaved);
      unsaved = { ...sent, ...unsaved };
      if (hasMore) continue;
      store.setState({ failure: failureSentence(saved.error.code, errorTable) });
      return;
    }
  };
  return {
    store,
    load: async () => {
      const loaded = await server.call('preferences', {});
      if (loaded.ok) become({ ...loaded.value, ...saving, ...unsaved });
    },
    change: async (changes) => {
      unsaved = { ...unsaved, ...changes };
      store.setState({ failure: null });
      become({ ...store.getState().preferences, ...changes });
      await save();
    },
    stop: kept.subscribe((preferences) => store.setState({ preferences })),
  };
}

const hasAny = (changes: Changes): boolean => Object.keys(changes).length > 0;
