import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds, following it as the window changes. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** Under this the lanes stand one above the other and the current call is a bar at the bottom. */
export const narrowWindow = '(max-width: 640px)';

/** From this on there is room for the people beside the calls; under it they have a page of their own. */
export const wideWindow = '(min-width: 1024px)';
