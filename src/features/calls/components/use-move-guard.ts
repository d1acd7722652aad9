import { useLayoutEffect, useRef, type MouseEvent } from 'react';
import { useCallsModel } from '../model/calls-model.ts';

const guardMs = 250;

/**
 * What has just moved ignores presses for a moment: they were meant for what stood there before. So does what has just
 * come to where something else stood (`isNewGuarded`).
 */
export function useMoveGuard<Kind extends HTMLElement>({ isNewGuarded = false } = {}) {
  const { clock } = useCallsModel();
  const ref = useRef<Kind>(null);
  const place = useRef<{ readonly top: number; readonly since: number } | null>(null);
  useLayoutEffect(() => {
    const top = ref.current?.offsetTop ?? 0;
    if (place.current === null) place.current = { top, since: isNewGuarded ? clock.now() : -Infinity };
    else if (place.current.top !== top) place.current = { top, since: clock.now() };
  });
  const onClickCapture = (event: MouseEvent): void => {
    // A press of a key (detail 0) goes where the focus is, and that has moved along.
    if (event.detail > 0 && clock.now() - (place.current?.since ?? -Infinity) < guardMs) event.stopPropagation();
  };
  return { ref, onClickCapture };
}
