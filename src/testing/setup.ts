import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A machine that is busy draws late; what is looked for is there or it is not.
configure({ asyncUtilTimeout: 10_000 });

// What jsdom has not got, as far as the page asks for it.
globalThis.matchMedia ??= (query: string) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
globalThis.CSS ??= Object.assign(Object.create(null), {
  escape: (text: string) => text.replaceAll(/[^\w-]/g, String.raw`\$&`),
});
// Nothing is laid out, so everything is on the screen.
globalThis.IntersectionObserver ??= class {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds: readonly number[] = [];
  readonly #tell: IntersectionObserverCallback;

  constructor(tell: IntersectionObserverCallback) {
    this.#tell = tell;
  }

  observe(target: Element): void {
    const { x, y, width, height } = target.getBoundingClientRect();
    const box = new DOMRect(x, y, width, height);
    const [boundingClientRect, intersectionRect] = [box, box];
    const seen = { target, boundingClientRect, intersectionRect, intersectionRatio: 1, isIntersecting: true };
    this.#tell([{ ...seen, rootBounds: null, time: 0 }], this);
  }

  readonly unobserve = (): void => undefined;
  readonly disconnect = (): void => undefined;
  readonly takeRecords = (): IntersectionObserverEntry[] => [];
};
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  },
});
Object.assign(HTMLElement.prototype, {
  togglePopover(this: HTMLElement) {
    return this.toggleAttribute('data-open');
  },
  hidePopover(this: HTMLElement) {
    this.removeAttribute('data-open');
  },
  scrollIntoView: () => undefined,
});

afterEach(() => cleanup());
