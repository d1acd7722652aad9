import { useLayoutEffect, useRef } from 'react';

/**
 * Keeps an element at least as high as it was before something in it was replaced (`isReplaced`), so that what stands
 * under it stays where it is.
 */
export function useKeptHeight(isReplaced: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const height = useRef(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    element.style.minHeight = isReplaced ? `${height.current}px` : '';
    if (!isReplaced) height.current = element.offsetHeight;
  });
  return ref;
}
