import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

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
});

afterEach(() => cleanup());
