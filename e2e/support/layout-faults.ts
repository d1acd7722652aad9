/** WCAG 2.2, 1.4.12: what people who read with wide text set. */
export const wideText = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** Whatever sticks out of the window or of its card; what is only spoken does not count. Runs in the page. */
export function tooWide(): readonly string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const out = [...document.querySelectorAll('button, h1, h2, h3, p, li, input, textarea, .chip')].filter((one) => {
    if (one.closest('.sr, [popover]') !== null) return false;
    const limit = one.closest('.panel, article')?.getBoundingClientRect().right ?? clientWidth;
    return one.getBoundingClientRect().right > Math.min(limit, clientWidth) + 1;
  });
  const found = out.map((one) => `${one.tagName} ${one.textContent}`);
  return scrollWidth > clientWidth ? [`${scrollWidth} px in ${clientWidth}`, ...found] : found;
}

/** Every card on which main action or way out is not in its place, and how many have both. Runs in the page. */
export function misplaced(): { readonly faults: readonly string[]; readonly pairs: number } {
  const faults: string[] = [];
  let pairs = 0;
  for (const card of document.querySelectorAll('article')) {
    const buttons = [...card.querySelectorAll('button')];
    const named = (names: RegExp) => buttons.find((one) => names.test(one.getAttribute('aria-label') ?? ''));
    const [main, out] = [named(/^(Answer|Resume(?! the recording)|Rejoin|Transfer) /), named(/^(Reject|Hang up) /)];
    const box = card.getBoundingClientRect();
    const say = (fault: string) => faults.push(`${card.getAttribute('aria-label')}: ${fault}`);
    const [left, right] = [main?.getBoundingClientRect(), out?.getBoundingClientRect()];
    if (left && left.left - box.left > 24) say('main action not at the left');
    if (right && box.right - right.right > 24) say('way out not at the right');
    // A ringing card has a second row underneath, for what is neither.
    const first = buttons.filter((one) => one.closest('.secondary') === null);
    const lowest = Math.max(...first.map((one) => one.getBoundingClientRect().bottom));
    if (right && right.bottom < lowest) say('way out not at the bottom');
    if (!left || !right) continue;
    pairs += 1;
    if (left.bottom !== right.bottom) say('not in one row');
    if (buttons.some((one) => one !== main && one.getBoundingClientRect().width >= left.width)) say('main not widest');
  }
  return { faults, pairs };
}
