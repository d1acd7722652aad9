import { defaultPreferences, preferencesSchema, type Preferences } from '../../../../shared/protocol/preferences.ts';

/** What this browser knows of a person's preferences, so that a page need not wait for them; its windows share it. */
export type KeptPreferences = {
  readonly read: () => Preferences;
  readonly write: (preferences: Preferences) => void;
  /** Told what another window has written. Answers the way to stop. */
  readonly subscribe: (told: (preferences: Preferences) => void) => () => void;
};

type Parts = {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Where the browser tells of what other windows store: the window. */
  readonly events: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  readonly userId: string;
  /** As long as nothing is known of this person. */
  readonly first: Partial<Preferences>;
};

export function keepPreferences({ storage, events, userId, first }: Parts): KeptPreferences {
  const key = `frontdesk-preferences-${userId}`;
  const unknown: Preferences = { ...defaultPreferences, ...first };
  return {
    read: () => parsed(storage.getItem(key)) ?? unknown,
    write: (preferences) => storage.setItem(key, JSON.stringify(preferences)),
    subscribe: (told) => {
      const listen = (event: StorageEvent): void => {
        if (event.key !== key) return;
        const preferences = parsed(event.newValue);
        if (preferences !== null) told(preferences);
      };
      events.addEventListener('storage', listen);
      return () => events.removeEventListener('storage', listen);
    },
  };
}

/** Null for what is not there, or was written by a console that knew them differently. */
function parsed(text: string | null): Preferences | null {
  if (text === null) return null;
  const found = preferencesSchema.safeParse(readJson(text));
  return found.success ? found.data : null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
