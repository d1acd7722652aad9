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
    if (element === null) return undefined;
    element.style.minHeight = isReplaced ? `${height.current}px` : '';
    if (isReplaced || !('ResizeObserver' in globalThis)) return undefined;
    // A window that is resized and a field that grows change it without anything being drawn anew.
    const observer = new ResizeObserver(() => (height.current = element.getBoundingClientRect().height));
    observer.observe(element);
    return () => observer.disconnect();
  }, [isReplaced]);
  return ref;
}
