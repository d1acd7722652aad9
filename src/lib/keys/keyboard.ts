import { createContext, useContext, useEffect, useMemo, useRef } from 'react';
import { isMac } from '../is-mac.ts';
import { usualKeys, type KeyMap } from './key-map.ts';
import type { KeyCommand } from './key-commands.ts';
import { shortcutOf } from './key-names.ts';
import { useLayout, type Layout } from './layout.ts';

/** The keys of the console as they are at the moment, and who carries out what they ask for. */
export type Keyboard = {
  readonly map: KeyMap;
  /** From now on these commands are carried out so; answers the way to stop. */
  readonly handle: <Command extends KeyCommand>(
    commands: readonly Command[],
    carryOut: (command: Command) => void,
  ) => () => void;
  /** Does what the keys of a command do, for a button that does the same. */
  readonly carryOut: (command: KeyCommand) => void;
};

export const KeyboardContext = createContext<Keyboard>({
  map: usualKeys,
  handle: () => () => undefined,
  carryOut: () => undefined,
});

/** Carries out what is asked for by key while the component is there, always by the latest `carryOut`. */
export function useKeyCommands<Command extends KeyCommand>(
  commands: readonly Command[],
  carryOut: (command: Command) => void,
): void {
  const { handle } = useContext(KeyboardContext);
  const latest = useRef(carryOut);
  useEffect(() => {
    latest.current = carryOut;
  });
  useEffect(() => handle(commands, (command) => latest.current(command)), [handle, commands]);
}

export const useCarryOut = (): Keyboard['carryOut'] => useContext(KeyboardContext).carryOut;

export const useKeyMap = (): KeyMap => useContext(KeyboardContext).map;

export type Shortcuts = { readonly [Command in KeyCommand]?: string };

/** The keys of each command as aria-keyshortcuts has them, for buttons and key caps; none where it has none. */
export function useShortcuts(): Shortcuts {
  const { map } = useContext(KeyboardContext);
  const layout = useLayout();
  return useMemo(() => shortcutsOf(map, layout), [map, layout]);
}

const shortcutsOf = (map: KeyMap, layout: Layout): Shortcuts =>
  Object.fromEntries(
    Object.entries(map).map(([command, combination]) => [command, shortcutOf(combination, isMac, layout)]),
  );
