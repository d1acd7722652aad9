import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { PreferencesStore } from '../model/preferences-store.ts';

/** Says so when what was changed is known at this desk only. */
export function NotSaved({ preferences }: { readonly preferences: PreferencesStore }) {
  const failure = useStore(preferences.store, (state) => state.failure);
  return (
    <p className="item-failure small tone-end" role="alert">
      {failure !== null && fill(strings.settings.notSaved, { reason: failure })}
    </p>
  );
}
