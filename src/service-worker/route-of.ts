/** The files of one version of the page that are kept; paths of this origin, as `/assets/x-1a2b.js`. */
export type Shell = {
  /** Names the version: another page, another version. */
  readonly version: string;
  /** Named after their content, and so never outdated. */
  readonly hashed: readonly string[];
  /** The same name in every version; `/` is the page, at whatever address. */
  readonly named: readonly string[];
};

export type Asked = {
  readonly method: string;
  readonly url: string;
  /** Of the request (Fetch §2.2.5): `navigate` is the page itself. */
  readonly mode: string;
};

/** `cacheFirst`, `networkFirst`: by which of the kept files, and in which order; null: the worker keeps out of it. */
export type Route = { readonly how: 'cacheFirst' | 'networkFirst'; readonly file: string } | null;

/** What is true only now, and only on the server. */
const live = /^\/(api|events|sip|metrics)(\/|$)/;

/** What the worker does with a request. Only the shell is its business; calls, events and audio never are. */
export function routeOf({ method, url, mode }: Asked, shell: Shell, origin: string): Route {
  const { origin: askedOrigin, pathname } = new URL(url);
  if (method !== 'GET' || askedOrigin !== origin || live.test(pathname)) return null;
  if (shell.hashed.includes(pathname)) return { how: 'cacheFirst', file: pathname };
  if (mode === 'navigate') return { how: 'networkFirst', file: '/' };
  return shell.named.includes(pathname) ? { how: 'networkFirst', file: pathname } : null;
}
