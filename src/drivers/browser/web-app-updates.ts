import { createEmitter } from '../../lib/emitter.ts';
import { takeOver, whichVersion } from '../../lib/update-words.ts';
import type { AppUpdates } from '../../ports/app-updates.ts';

export type WebAppUpdatesParts = {
  /** Undefined where the browser has none for this page, and in development. */
  readonly workers: Pick<ServiceWorkerContainer, 'register'> | undefined;
  /** The version this page was built as. */
  readonly version: string;
  readonly reload: () => void;
};

type Waiting = ReturnType<AppUpdates['waiting']>;

/** Keeps the shell of this page in the browser (Service Workers §3), and knows of the next version when it is there. */
export class WebAppUpdates implements AppUpdates {
  readonly #parts: WebAppUpdatesParts;
  readonly #changed = createEmitter<void>();
  #registration: ServiceWorkerRegistration | null = null;
  #waiting: Waiting = null;

  constructor(parts: WebAppUpdatesParts) {
    this.#parts = parts;
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#changed.subscribe(listener);
  readonly waiting = (): Waiting => this.#waiting;

  /** To be called once the page has been painted: fetching what is kept must not stand in its way. */
  async register(): Promise<void> {
    // Refused in a private window or by policy: then the page needs its server, as ever.
    const registration = await this.#parts.workers?.register('/service-worker.js').catch(() => null);
    if (registration === undefined || registration === null) return;
    this.#registration = registration;
    registration.addEventListener('updatefound', () => this.#follow(registration.installing));
    this.#follow(registration.installing);
    await this.#judge();
  }

  readonly look = (): void => {
    // The server is away again: there is a next time.
    void this.#registration?.update().catch(() => undefined);
  };

  readonly take = (): void => {
    const worker = this.#registration?.waiting;
    if (worker === undefined || worker === null) {
      // Another window has let it take over already.
      if (this.#waiting === 'newer') this.#parts.reload();
      return;
    }
    if (this.#waiting === 'newer') {
      worker.addEventListener('statechange', () => worker.state === 'activated' && this.#parts.reload());
    }
    worker.postMessage(takeOver, []);
    if (this.#waiting === 'thisPage') this.#become(null);
  };

  #follow(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', () => void (worker.state === 'installed' && this.#judge()));
  }

  async #judge(): Promise<void> {
    const registration = this.#registration;
    const worker = registration?.waiting ?? null;
    // The first one of a browser takes over by itself.
    if (worker === null || registration?.active === null) return;
    const version = await versionOf(worker);
    this.#become(version === this.#parts.version ? 'thisPage' : 'newer');
  }

  #become(waiting: Waiting): void {
    this.#waiting = waiting;
    this.#changed.emit();
  }
}

function versionOf(worker: ServiceWorker): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data), { once: true });
    port1.start();
    worker.postMessage(whichVersion, [port2]);
  });
}
