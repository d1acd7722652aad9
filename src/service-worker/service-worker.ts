import { takeOver, whichVersion } from '../lib/update-words.ts';
import { routeOf, type Route, type Shell } from './route-of.ts';

declare const self: ServiceWorkerGlobalScope;
/** The files of this build; the build writes them here (vite.web.config.ts). */
declare const frontdeskShell: Shell;

const shell = frontdeskShell;
const prefix = 'frontdesk-shell-';
const cacheName = `${prefix}${shell.version}`;

/** A server that has not begun to answer by then is as good as away; the page then asks it again by itself. */
const patienceMs = 2000;

self.addEventListener('install', (event) => event.waitUntil(keepShell()));
self.addEventListener('activate', (event) => {
  // The pages there are count as ours from now on: the next version then waits for them.
  event.waitUntil(Promise.all([forgetOthers(), preloadPages(), self.clients.claim()]));
});

self.addEventListener('message', ({ data, ports }) => {
  if (data === whichVersion) ports[0]?.postMessage(shell.version);
  // The page asks for it only while no call is on.
  if (data === takeOver) void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const route = routeOf(event.request, shell, self.location.origin);
  if (route !== null) event.respondWith(answer(event, route));
});

/** All of it or nothing: half a page is none. What is named after its content the browser may have already. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName);
  const named = shell.named.map((path) => new Request(path, { cache: 'reload' }));
  await cache.addAll([...named, ...shell.hashed.map((path) => new Request(path))]);
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The browser asks the server for the page while this worker is still starting. */
const preloadPages = async (): Promise<void> => self.registration.navigationPreload?.enable();

async function answer(event: FetchEvent, { how, file }: NonNullable<Route>): Promise<Response> {
  const kept = async (): Promise<Response | undefined> => (await caches.open(cacheName)).match(file);
  if (how === 'cacheFirst') return (await kept()) ?? fetch(event.request);
  const network = fromNetwork(event);
  const first = await Promise.race([network, unlessAnswered()]);
  return first ?? (await kept()) ?? (await network) ?? Response.error();
}

/** Null: the server cannot be reached, or what stands in front of it cannot reach it. */
async function fromNetwork(event: FetchEvent): Promise<Response | null> {
  try {
    const preloaded: unknown = await event.preloadResponse;
    const response = preloaded instanceof Response ? preloaded : await fetch(event.request);
    return response.status >= 500 ? null : response;
  } catch {
    // No connection: the kept page says so, and goes on by itself.
    return null;
  }
}

const unlessAnswered = (): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), patienceMs));
