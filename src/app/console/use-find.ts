import { useEffect, useState } from 'react';
import { useKeyCommands } from '../../lib/keys/keyboard.ts';

const commands = ['find'] as const;

/** By its key the search among the people has the focus, from any page: `show` brings it onto the screen first. */
export function useFind(show: () => void): void {
  const [asked, setAsked] = useState(0);
  useKeyCommands(commands, () => {
    show();
    setAsked((times) => times + 1);
  });
  useEffect(() => {
    if (asked === 0) return;
    const field = document.querySelector<HTMLInputElement>('.people input[type="search"]');
    field?.focus();
    field?.select();
  }, [asked]);
}
