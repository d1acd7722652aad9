import type { KeyboardEvent } from 'react';

/** What a key does on a row that has the focus, told its id, by `key` as the browser names it, in lower case. */
export type RowKeys = Readonly<Record<string, ((rowId: string) => void) | undefined>>;

/** The arrows go from row to row; what else a key does, it does on the row itself only, never in a field or on a button. */
export function onRowKey(event: KeyboardEvent<HTMLElement>, keys: RowKeys): void {
  const { target, key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || ctrlKey || metaKey || shiftKey || event.repeat || !(target instanceof HTMLElement)) return;
  const row = target.closest<HTMLElement>('tr[data-row]');
  if (row === null || target.matches('input, select, textarea')) return;
  const to = neighbourOf(row, key);
  const act = target === row ? keys[key.toLowerCase()] : undefined;
  if (to === undefined && act === undefined) return;
  event.preventDefault();
  if (to !== undefined) to.focus();
  else act?.(row.dataset['row'] ?? '');
}

function neighbourOf(row: HTMLElement, key: string): HTMLElement | undefined {
  const rows = rowsBeside(row);
  const at = rows.indexOf(row);
  switch (key) {
    case 'ArrowDown':
      return rows[Math.min(at + 1, rows.length - 1)];
    case 'ArrowUp':
      return rows[Math.max(at - 1, 0)];
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    default:
      return undefined;
  }
}

const rowsBeside = (row: HTMLElement): HTMLElement[] =>
  Array.from(row.parentElement?.querySelectorAll<HTMLElement>('tr[data-row]') ?? []);
