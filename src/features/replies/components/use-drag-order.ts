import { useState, type DragEvent, type HTMLAttributes } from 'react';

type Dragged = {
  readonly id: string;
  readonly from: number;
  /** The row it is over, and whether it would stand before it. */
  readonly over: { readonly id: string; readonly isBefore: boolean } | null;
};

export type DragOrder = {
  /** What a row is taken by. */
  readonly handle: (id: string, place: number) => HTMLAttributes<HTMLElement>;
  /** The row itself: another may be let go over it. */
  readonly target: (id: string, place: number) => HTMLAttributes<HTMLElement>;
  readonly lookOf: (id: string) => string;
};

/** Rows that are dragged to another place, by the browser's own dragging: it scrolls, shows the row, and Escape ends it. */
export function useDragOrder(onMove: (id: string, to: number) => void): DragOrder {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const over = (event: DragEvent<HTMLElement>, id: string): void => {
    // What comes from elsewhere is none of ours.
    if (dragged === null) return;
    event.preventDefault();
    const isBefore = isInUpperHalf(event);
    const isSame = dragged.over?.id === id && dragged.over.isBefore === isBefore;
    if (!isSame) setDragged({ ...dragged, over: { id, isBefore } });
  };
  const drop = (event: DragEvent<HTMLElement>, place: number): void => {
    if (dragged === null) return;
    event.preventDefault();
    setDragged(null);
    const { id, from } = dragged;
    const gap = isInUpperHalf(event) ? place : place + 1;
    // Without itself everything behind it is one place further up.
    const to = gap > from ? gap - 1 : gap;
    if (to !== from) onMove(id, to);
  };
  return {
    handle: (id, place) => ({
      draggable: true,
      onDragStart: (event) => {
        showRow(event, id);
        setDragged({ id, from: place, over: null });
      },
      onDragEnd: () => setDragged(null),
    }),
    target: (id, place) => ({ onDragOver: (event) => over(event, id), onDrop: (event) => drop(event, place) }),
    lookOf: (id) => lookOf(dragged, id),
  };
}

function isInUpperHalf({ currentTarget, clientY }: DragEvent<HTMLElement>): boolean {
  const { top, height } = currentTarget.getBoundingClientRect();
  return clientY < top + height / 2;
}

/** The whole row goes along with the pointer, not the handle alone. */
function showRow({ currentTarget, dataTransfer }: DragEvent<HTMLElement>, id: string): void {
  const row = currentTarget.closest('li');
  dataTransfer.effectAllowed = 'move';
  // Firefox drags nothing that has no data.
  dataTransfer.setData('text/plain', id);
  if (row !== null) dataTransfer.setDragImage(row, 12, row.offsetHeight / 2);
}

function lookOf(dragged: Dragged | null, id: string): string {
  if (dragged?.id === id) return 'dragged';
  if (dragged?.over?.id !== id) return '';
  return dragged.over.isBefore ? 'drop-before' : 'drop-after';
}
