import { useEffect, useRef, type KeyboardEvent } from 'react';
import { carryOutPlayerKey, type PlayerKeys } from '../model/player-keys.ts';

/**
 * The keys of the player: letters and arrows while the focus is in it, so that nobody types by accident what does
 * something (WCAG 2.2, 2.1.4), and Space on the whole page. Answers what the player listens with.
 */
export function usePlayerKeys(keys: PlayerKeys | null): (event: KeyboardEvent) => void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      const now = latest.current;
      if (now === null || event.key !== ' ' || event.defaultPrevented || event.repeat) return;
      if (isForAnother(event.target, event.key)) return;
      if (carryOutPlayerKey(event, now)) event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return (event) => {
    // Space is heard on the whole page; the other keys are heard here.
    if (keys === null || event.key === ' ' || isForAnother(event.target, event.key)) return;
    if (!carryOutPlayerKey(event.nativeEvent, keys)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Whatever takes this key itself: a field takes every one, a button Space, a choice of a few the arrows, a menu all. */
function isForAnother(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('textarea, select, [contenteditable], dialog, [popover]') !== null) return true;
  const input = target.closest('input');
  // The slider of the place has the same keys.
  if (input?.type === 'range') return false;
  if (input !== null && !['radio', 'checkbox'].includes(input.type)) return true;
  if (input !== null) return key === ' ' || key.startsWith('Arrow');
  return key === ' ' && target.closest('button') !== null;
}
