import type { Page } from '@playwright/test';

/** A time of `performance.now()` in this process as milliseconds since the epoch, the scale of the pages' times. */
export const sinceEpoch = (now: number): number => performance.timeOrigin + now;

export const rightNow = (): number => sinceEpoch(performance.now());

const tries = 20;

/**
 * By how many ms a page's clock is ahead of ours: both count from a wall clock they read when they began. The
 * quickest of some questions decides, so the error is at most half of that one's way there and back.
 */
export async function clockAhead(page: Page): Promise<number> {
  let best = { took: Infinity, ahead: 0 };
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const asked = rightNow();
    const there = await page.evaluate(() => performance.timeOrigin + performance.now());
    const took = rightNow() - asked;
    if (took < best.took) best = { took, ahead: there - (asked + took / 2) };
  }
  return best.ahead;
}
