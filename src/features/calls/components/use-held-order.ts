import { useMemo, useState, type FocusEvent } from 'react';
import { callOf, type Entry } from '../model/lanes.ts';

/** What a lane listens to, to know that somebody is about to press something in it. */
export type HoldHandlers = {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
};

/**
 * The order of the cards, which stands still while the pointer or the focus is among them: who comes meanwhile comes
 * last, so that nothing is pushed away from under a press.
 */
export function useHeldOrder(entries: readonly Entry[]): {
  readonly order: readonly Entry[];
  readonly hold: HoldHandlers;
} {
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const [held, setHeld] = useState<readonly string[]>([]);
  const isHeld = isPointed || isFocused;
  const order = useMemo(() => (isHeld ? inOrder(entries, held) : entries), [entries, isHeld, held]);
  const ids = order.map((entry) => callOf(entry).id);
  // The order of this drawing is the one to be kept in the next: React draws at once again, and only when it differs.
  if (ids.join('\n') !== held.join('\n')) setHeld(ids);
  const hold: HoldHandlers = {
    onPointerEnter: () => setPointed(true),
    onPointerLeave: () => setPointed(false),
    onFocus: () => setFocused(true),
    onBlur: ({ currentTarget, relatedTarget }) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setFocused(false);
    },
  };
  return { order, hold };
}

/** In the order of `ids`; who is not among them comes last, as they came. */
function inOrder(entries: readonly Entry[], ids: readonly string[]): readonly Entry[] {
  const places = new Map(ids.map((id, place) => [id, place]));
  const placeOf = (entry: Entry): number => places.get(callOf(entry).id) ?? ids.length;
  return entries.toSorted((a, b) => placeOf(a) - placeOf(b));
}
