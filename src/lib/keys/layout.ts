import { useSyncExternalStore } from 'react';
import { createEmitter } from '../emitter.ts';

/** What stands on the keys of this keyboard, by `code`: on a German one `KeyY` is `z`. Empty where nobody can say. */
export type Layout = ReadonlyMap<string, string>;

/** As far as browsers tell of the keyboard (Keyboard Map API): Chromium does, on a safe connection. */
type TellsLayout = Partial<Pick<Navigator, 'userAgent'>> & {
  readonly keyboard?: { readonly getLayoutMap: () => Promise<Layout> };
};

let current: Layout = new Map();
const changed = createEmitter<undefined>();

/** One for the whole page: there is one keyboard. */
export const currentLayout = (): Layout => current;

export const useLayout = (): Layout => useSyncExternalStore((told) => changed.subscribe(told), currentLayout);

/** From now on keys are called as they are on this keyboard. */
export function setLayout(layout: Layout): void {
  current = layout;
  changed.emit(undefined);
}

/** Asks the browser what stands on the keys. */
export async function readLayout(navigator: TellsLayout): Promise<void> {
  const layout = await navigator.keyboard?.getLayoutMap().catch((error: unknown) => {
    // Inside another page the browser tells nothing, and the names are those of an English keyboard.
    if (error instanceof DOMException) return undefined;
    throw error;
  });
  if (layout !== undefined) setLayout(new Map(layout));
}
