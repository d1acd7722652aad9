const gapPx = 4;
const leastWidthPx = 300;

/**
 * Puts a menu under the row its button stands in, as wide as that row, or above it where there is more room. Both are in
 * pixels of the window: what the browser lays over everything else is placed by nothing on the page.
 */
export function placeMenu(menu: HTMLElement | null, opener: HTMLElement | null): void {
  const row = opener?.parentElement?.getBoundingClientRect();
  if (menu === null || row === undefined) return;
  const width = Math.min(Math.max(row.width, leastWidthPx), innerWidth - 2 * gapPx);
  const left = Math.max(gapPx, Math.min(row.left, innerWidth - width - gapPx));
  const [above, below] = [row.top - 2 * gapPx, innerHeight - row.bottom - 2 * gapPx];
  const isBelow = below >= above || below >= menuHeightPx;
  Object.assign(menu.style, {
    left: `${left}px`,
    width: `${width}px`,
    top: isBelow ? `${row.bottom + gapPx}px` : 'auto',
    bottom: isBelow ? 'auto' : `${innerHeight - row.top + gapPx}px`,
    maxHeight: `${isBelow ? below : above}px`,
  });
}

/** Five templates and the way to write. */
const menuHeightPx = 320;
