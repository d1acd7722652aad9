import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { startGallery } from './gallery.ts';

/** Tests of the gallery: every state in a browser, without a server. */
export const test = base.extend<object, { readonly galleryUrl: string }>({
  galleryUrl: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const gallery = await startGallery();
      await use(gallery.url);
      await gallery.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

export const widths = [1440, 1024, 420] as const;
export const schemes = ['light', 'dark'] as const;

export async function expectNoViolation(page: Page, where: string, { contrast = true } = {}): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // Without frames there is nothing to put together, and no second page to do it in.
    .setLegacyMode(true)
    .options({ rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: contrast } } })
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(found, where).toEqual([]);
}
