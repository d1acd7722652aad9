import { describe, expect, test } from 'vitest';
import { takeOver, whichVersion } from '../../lib/update-words.ts';
import { settled } from '../../testing/settled.ts';
import { WebAppUpdates, type WebAppUpdatesParts } from './web-app-updates.ts';

/** As much of a service worker as a page sees. */
class FakeWorker extends EventTarget {
  state: ServiceWorkerState = 'installing';
  readonly heard: unknown[] = [];
  readonly #version: string;

  constructor(version: string) {
    super();
    this.#version = version;
  }

  postMessage(word: unknown, ports: readonly MessagePort[] = []): void {
    this.heard.push(word);
    if (word === whichVersion) ports[0]?.postMessage(this.#version);
  }

  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

function open(registered: { readonly active: FakeWorker | null; readonly waiting?: FakeWorker }) {
  const registration = Object.assign(new EventTarget(), {
    active: registered.active,
    waiting: registered.waiting ?? null,
    installing: null as FakeWorker | null,
    update: () => Promise.resolve(),
  });
  let reloads = 0;
  const workers = { register: () => Promise.resolve(registration) };
  const updates = new WebAppUpdates({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a registration has far more than is used
    workers: workers as unknown as NonNullable<WebAppUpdatesParts['workers']>,
    version: 'v1',
    reload: () => {
      reloads += 1;
    },
  });
  const find = (worker: FakeWorker): void => {
    registration.installing = worker;
    registration.dispatchEvent(new Event('updatefound'));
    registration.waiting = worker;
    worker.become('installed');
  };
  return { updates, find, registration, reloads: () => reloads };
}

/** Until it has judged what waits: the answer of a worker comes on a port of its own. */
const judged = (updates: WebAppUpdates): Promise<void> =>
  new Promise((resolve) => {
    const stop = updates.subscribe(() => {
      stop();
      resolve();
    });
  });

describe('the versions of the page', () => {
  test('the first of a browser takes over by itself', async () => {
    const { updates, find } = open({ active: null });
    await updates.register();
    find(new FakeWorker('v1'));
    await settled();
    expect(updates.waiting()).toBeNull();
  });

  test('a newer one waits; taken, it takes over and the page begins anew', async () => {
    const { updates, find, reloads } = open({ active: new FakeWorker('v1') });
    await updates.register();
    let changes = 0;
    updates.subscribe(() => (changes += 1));
    const next = new FakeWorker('v2');
    find(next);
    await judged(updates);
    expect([updates.waiting(), changes]).toEqual(['newer', 1]);
    expect(next.heard).toEqual([whichVersion]);
    updates.take();
    expect([next.heard.at(-1), reloads()]).toEqual([takeOver, 0]);
    next.become('activated');
    expect(reloads()).toBe(1);
  });

  test('the one this page is of, behind an older one, takes over without the page beginning anew', async () => {
    const same = new FakeWorker('v1');
    const { updates, reloads } = open({ active: new FakeWorker('v0'), waiting: same });
    await updates.register();
    expect(updates.waiting()).toBe('thisPage');
    updates.take();
    same.become('activated');
    expect([same.heard.at(-1), updates.waiting(), reloads()]).toEqual([takeOver, null, 0]);
  });

  test('when another window has taken it already, there is only to begin anew', async () => {
    const { updates, find, registration, reloads } = open({ active: new FakeWorker('v1') });
    await updates.register();
    find(new FakeWorker('v2'));
    await judged(updates);
    registration.waiting = null;
    updates.take();
    expect(reloads()).toBe(1);
  });

  test('a browser that has none, or refuses, changes nothing', async () => {
    const refused = { register: () => Promise.reject(new Error('refused')) };
    for (const workers of [undefined, refused]) {
      const updates = new WebAppUpdates({ workers, version: 'v1', reload: () => undefined });
      await updates.register();
      updates.look();
      expect(updates.waiting()).toBeNull();
    }
  });
});
