import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const schemes = ['light', 'dark'] as const;
const widths = [1440, 1024, 420] as const;

/** `what`: named where it fails. */
type Looked = { readonly what?: string };

/**
 * No violation in either theme, nor at any width, and nothing is wider than its window. How a page is put together differs
 * by width and its colours by theme, not one by the other: the themes take turns.
 */
export async function expectAccessible(page: Page, { what = 'page' }: Looked = {}) {
  for (const [index, width] of widths.entries()) {
    const colorScheme = schemes[index % schemes.length] ?? 'light';
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page })
      // Without frames there is nothing to put together, and no second page to do it in.
      .setLegacyMode(true)
      .options({ rules: { 'target-size': { enabled: true } } })
      .analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect(found, `${what}, ${colorScheme}, ${width} px`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${what} is wider than ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}
