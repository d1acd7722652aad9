import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { Preferences } from '../../../../shared/protocol/preferences.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { ServerLink } from '../../../ports/server-link.ts';

export type Theme = Preferences['theme'];

export type AppearanceState = {
  readonly theme: Theme;
  /** Why the last choice is not known on other desks, as a sentence. */
  readonly failure: string | null;
};

export type Appearance = {
  readonly store: StoreApi<AppearanceState>;
  /** Asks the server what its person chose; without an answer it stays as this browser has it. */
  readonly load: () => Promise<void>;
  /** Takes effect at once, and is then saved. */
  readonly choose: (theme: Theme) => Promise<void>;
};

/** How the page looks, for whoever is signed in; `first`: how it looked before anybody was. */
export function createAppearance(server: Pick<ServerLink, 'call'>, first: Theme): Appearance {
  const store = createStore<AppearanceState>(() => ({ theme: first, failure: null }));
  /** The latest choice counts, whatever order the answers come in. */
  let choices = 0;
  return {
    store,
    load: async () => {
      const before = choices;
      const preferences = await server.call('preferences', {});
      if (preferences.ok && choices === before) store.setState({ theme: preferences.value.theme });
    },
    choose: async (theme) => {
      choices += 1;
      const choice = choices;
      store.setState({ theme, failure: null });
      const saved = await server.call('savePreferences', { body: { theme } });
      if (!saved.ok && choices === choice) store.setState({ failure: failureSentence(saved.error.code, errorTable) });
    },
  };
}
