import { type Preferences, preferencesSchema } from '../../../shared/protocol/preferences.ts';
import type { PersonStore, StoredStatus } from '../../ports/stores.ts';
import { toStoredText } from '../stored-json.ts';
import { answer, type MemoryState, mustHave } from './memory-state.ts';

/** What they chose; everything has a default. */
function chosen(state: MemoryState, userId: string): Preferences {
  return preferencesSchema.parse(JSON.parse(state.preferences.get(userId) ?? '{}'));
}

function savePreferences(state: MemoryState, userId: string, changes: Partial<Preferences>): Preferences {
  mustHave(state, 'users', userId);
  const changed: object = JSON.parse(toStoredText(changes));
  state.preferences.set(userId, JSON.stringify({ ...chosen(state, userId), ...changed }));
  return chosen(state, userId);
}

function setStatus(state: MemoryState, userId: string, status: StoredStatus): void {
  mustHave(state, 'users', userId);
  state.statuses.set(userId, status);
}

export function memoryPeople(state: MemoryState): PersonStore {
  return {
    statuses: () => answer(state, () => new Map(state.statuses)),
    setStatus: (userId, status) => answer(state, () => setStatus(state, userId, status)),
    preferences: (userId) => answer(state, () => chosen(state, userId)),
    savePreferences: (userId, changes) => answer(state, () => savePreferences(state, userId, changes)),
  };
}
