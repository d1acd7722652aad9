import { useLayoutEffect, useRef, type MouseEvent } from 'react';
import { useCallsModel } from '../model/calls-model.ts';

const guardMs = 250;

type Place = { readonly top: number; readonly callId: string; readonly since: number };

/**
 * What has just moved ignores presses for a moment: they were meant for what stood there before. So does what has just
 * come to where something else stood (`isNewGuarded`), and what is about another call than a moment ago (`callId`).
 */
export function useMoveGuard<Kind extends HTMLElement>({ isNewGuarded = false, callId = '' } = {}) {
  const { clock } = useCallsModel();
  const ref = useRef<Kind>(null);
  const place = useRef<Place | null>(null);
  useLayoutEffect(() => {
    const top = ref.current?.offsetTop ?? 0;
    const before = place.current;
    if (before === null) place.current = { top, callId, since: isNewGuarded ? clock.now() : -Infinity };
    else if (before.top !== top || before.callId !== callId) place.current = { top, callId, since: clock.now() };
  });
  const onClickCapture = (event: MouseEvent): void => {
    // A press of a key (detail 0) goes where the focus is, and that has moved along.
    if (event.detail > 0 && clock.now() - (place.current?.since ?? -Infinity) < guardMs) event.stopPropagation();
  };
  return { ref, onClickCapture };
}
