import { expect, type Page } from '@playwright/test';
import { expectNoViolation, schemes, test, widths } from '../support/gallery-test.ts';

const opener = (page: Page) => page.getByRole('button', { name: 'Templates for a reply to Ana Kovač' });
const menu = (page: Page) => page.getByRole('menu', { name: 'Templates for a reply to Ana Kovač' });

async function openMenu(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/?state=ringing-several`);
  await opener(page).click();
  await expect(menu(page)).toBeVisible();
}

test('the menu of Reply busy has no accessibility violation, and lies in the window', async ({ page, galleryUrl }) => {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await openMenu(page, galleryUrl);
      await expectNoViolation(page, `${width} px, ${colorScheme}`);
      await expect(menu(page)).toBeInViewport({ ratio: 1 });
      await expect(menu(page).getByRole('menuitem')).toHaveCount(5);
    }
  }
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await openMenu(page, galleryUrl);
  await expectNoViolation(page, 'forced colours');
});

test('a menu near the lower edge opens upwards', async ({ page, galleryUrl }) => {
  await page.setViewportSize({ width: 1440, height: 380 });
  await page.goto(`${galleryUrl}/?state=ringing-over-30-s`);
  await opener(page).click();
  await expect(menu(page)).toBeInViewport({ ratio: 1 });
  const [button, box] = [await opener(page).boundingBox(), await menu(page).boundingBox()];
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(button?.y ?? 0);
});

test('the menu has the focus while it is open, and gives it back', async ({ page, galleryUrl }) => {
  await openMenu(page, galleryUrl);
  await expect(opener(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(menu(page).getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(menu(page).getByRole('menuitem', { name: /^Is it urgent/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(opener(page)).toBeFocused();
  await expect(opener(page)).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  await expect(menu(page).getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('2');
  await expect(menu(page)).toBeHidden();
  await opener(page).click();
  await page.mouse.click(1200, 20);
  await expect(menu(page)).toBeHidden();
});
