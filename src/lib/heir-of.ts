/** Where the focus goes when a part that has it is about to leave: to the next one like it beside it, else the one before. */
export function heirOf(leaving: HTMLElement | null, likeIt: string): HTMLElement | null {
  if (leaving?.contains(document.activeElement) !== true) return null;
  const beside = Array.from(leaving.parentElement?.querySelectorAll<HTMLElement>(likeIt) ?? []);
  const at = beside.indexOf(leaving);
  return beside[at + 1] ?? beside[at - 1] ?? null;
}
