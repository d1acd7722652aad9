import type { Locator } from '@playwright/test';

/** Presses buttons of several pages in the same instant; one that goes because of another has been pressed in vain. */
export async function pressTogether(buttons: readonly Locator[]): Promise<void> {
  const there = await Promise.all(buttons.map((button) => button.elementHandle()));
  await Promise.all(there.map((button) => button?.dispatchEvent('click')));
}
