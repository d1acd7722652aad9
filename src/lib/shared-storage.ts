/** What this browser keeps for the console. All its windows share it, and each is told what another one writes. */
export type SharedStorage = Pick<Storage, 'getItem' | 'setItem'> & {
  /** Told that another window has written what is kept by `key`. Answers the way to stop. */
  readonly subscribe: (key: string, told: () => void) => () => void;
};

/** `events`: where the browser tells of what other windows store, which is the window. */
export function shareStorage(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  events: Pick<Window, 'addEventListener' | 'removeEventListener'>,
): SharedStorage {
  return {
    getItem: (key) => storage.getItem(key),
    setItem: (key, value) => storage.setItem(key, value),
    subscribe: (key, told) => {
      const listen = ({ key: written }: StorageEvent): void => {
        if (written === key) told();
      };
      events.addEventListener('storage', listen);
      return () => events.removeEventListener('storage', listen);
    },
  };
}
