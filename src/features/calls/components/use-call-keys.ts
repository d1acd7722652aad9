import { useEffect } from 'react';
import { isMac } from '../../../lib/is-mac.ts';
import { keyCommandOf, type KeyCommand } from '../model/keyboard-map.ts';

/** Listens to the keys of the console, wherever the focus is. The browser does nothing else with a key that was ours. */
export function useCallKeys(carryOut: (command: KeyCommand) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const command = keyCommandOf(event, isMac);
      if (command === null || isForAnOpenList(event, command)) return;
      event.preventDefault();
      carryOut(command);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [carryOut]);
}

/** An open list of choices keeps Alt and the arrows. */
const isForAnOpenList = ({ target }: KeyboardEvent, command: KeyCommand): boolean =>
  (command === 'previousCall' || command === 'nextCall') &&
  target instanceof Element &&
  target.closest('select, [role="combobox"][aria-expanded="true"]') !== null;
