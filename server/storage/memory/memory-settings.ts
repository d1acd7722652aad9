import type { SettingStore } from '../../ports/stores.ts';
import { answer, type MemoryState } from './memory-state.ts';

export function memorySettings(state: MemoryState): SettingStore {
  const keepFirst = (key: string, value: string): string => {
    const kept = state.settings.get(key) ?? value;
    state.settings.set(key, kept);
    return kept;
  };
  return {
    get: (key) => answer(state, () => state.settings.get(key) ?? null),
    putIfAbsent: (key, value) => answer(state, () => keepFirst(key, value)),
    put: (key, value) =>
      answer(state, () => {
        state.settings.set(key, value);
      }),
    keys: (beginning) => answer(state, () => [...state.settings.keys()].filter((key) => key.startsWith(beginning))),
  };
}
