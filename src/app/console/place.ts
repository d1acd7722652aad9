import { useCallback } from 'react';
import { useBrowserLocation } from 'wouter/use-browser-location';

/** The pages that are always at hand; the desk check comes when it is asked for. */
export type RailPage = 'calls' | 'people' | 'replies' | 'callBack' | 'recordings' | 'settings' | 'admin';
export type Page = RailPage | 'check';

/**
 * Where somebody is in the console, as the address says it: `/`, `/people`, `/recordings/<id>`,
 * `/settings/keyboard`, `/admin/users`.
 */
export type Place = { readonly page: Page; readonly section: string | null };

/** Where one is, and the way to go elsewhere; Back and Forward of the browser work. */
export function usePlace(): readonly [Place, (address: string) => void] {
  const [address, navigate] = useBrowserLocation();
  const go = useCallback((to: string) => navigate(to), [navigate]);
  return [placeOf(address), go];
}

/** An address that means nothing is the calls: they are never further than one press away. */
export function placeOf(address: string): Place {
  const [page, section] = address.split('/').slice(1);
  if (page === 'call-back')
    return { page: 'callBack', section: section === undefined || section === '' ? null : section };
  if (page === 'people' || page === 'recordings' || page === 'settings' || page === 'admin') {
    return { page, section: section === undefined || section === '' ? null : section };
  }
  return { page: page === 'check' || page === 'replies' ? page : 'calls', section: null };
}
