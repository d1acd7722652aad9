import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { isMac } from '../../lib/is-mac.ts';
import type { KeyCommand } from '../../lib/keys/key-commands.ts';
import { KeyboardContext, type Keyboard } from '../../lib/keys/keyboard.ts';
import { keyCommandOf, type KeyMap } from '../../lib/keys/key-map.ts';

type KeyboardProviderProps = {
  readonly map: KeyMap;
  readonly isOnACall: boolean;
  /** Told before a command is carried out. */
  readonly onCommand: (command: KeyCommand) => void;
  readonly children: ReactNode;
};

/** Listens to the keys of the console, wherever the focus is. The browser does nothing else with a key that is ours. */
export function KeyboardProvider({ map, isOnACall, onCommand, children }: KeyboardProviderProps) {
  const [handlers] = useState(() => new Map<KeyCommand, () => void>());
  const latest = useRef({ map, isOnACall, onCommand });
  useEffect(() => {
    latest.current = { map, isOnACall, onCommand };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const now = latest.current;
      const command = keyCommandOf(event, now.map, { isMac, isOnACall: now.isOnACall });
      const carryOut = command === null ? undefined : handlers.get(command);
      if (command === null || carryOut === undefined || isForAnOpenList(event)) return;
      event.preventDefault();
      if (event.repeat) return;
      now.onCommand(command);
      carryOut();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [handlers]);
  const parts = useMemo(
    () => ({ handle: handleIn(handlers), carryOut: (command: KeyCommand) => handlers.get(command)?.() }),
    [handlers],
  );
  const keyboard = useMemo(() => ({ map, ...parts }), [map, parts]);
  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>;
}

const handleIn =
  (handlers: Map<KeyCommand, () => void>): Keyboard['handle'] =>
  (commands, carryOut) => {
    const own = new Map(commands.map((command) => [command, () => carryOut(command)]));
    for (const [command, act] of own) handlers.set(command, act);
    return () => {
      for (const [command, act] of own) if (handlers.get(command) === act) handlers.delete(command);
    };
  };

/** An open list of choices keeps Alt and the arrows. */
const isForAnOpenList = ({ target, code }: KeyboardEvent): boolean =>
  code.startsWith('Arrow') &&
  target instanceof Element &&
  target.closest('select, [role="combobox"][aria-expanded="true"]') !== null;
