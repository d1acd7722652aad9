import { entryOf, keyTable, liveCommands, type KeyCommand } from './key-commands.ts';
import { combinationOf, isTyping, type KeyPress } from './key-press.ts';

/** The keys of each command that exists; none where somebody gave its usual ones to another. */
export type KeyMap = { readonly [Command in KeyCommand]?: string };

/** Whether both may have the same keys: one is for while a call is on, the other for the rest of the time. */
export const mayShare = (one: KeyCommand, other: KeyCommand): boolean =>
  entryOf(one).sharesWith === other || entryOf(other).sharesWith === one;

/** The command that has these keys and would clash with that of `command`. */
export const takenBy = (map: KeyMap, combination: string, command: KeyCommand): KeyCommand | undefined =>
  liveCommands.find((one) => one !== command && map[one] === combination && !mayShare(one, command));

/** Who has chosen keys gets them; the others keep their usual ones, as far as nobody chose those. */
export function keyMapOf(chosen: Readonly<Record<string, string>>): KeyMap {
  const map: { [Command in KeyCommand]?: string } = {};
  const give = (command: KeyCommand, combination: string): void => {
    if (takenBy(map, combination, command) === undefined) map[command] = combination;
  };
  const isChosen = (command: KeyCommand): boolean => Object.hasOwn(chosen, command);
  for (const command of liveCommands.filter(isChosen)) give(command, chosen[command] ?? '');
  for (const command of liveCommands.filter((one) => !isChosen(one))) give(command, keyTable[command].key);
  return map;
}

export const usualKeys: KeyMap = keyMapOf({});

/**
 * What a key press asks for; null for any other. An unfinished composition and AltGr ask for nothing. Of two commands
 * with the same keys the one that is for calls goes first while one is on.
 */
export function keyCommandOf(
  press: KeyPress,
  map: KeyMap,
  on: { isMac: boolean; isOnACall: boolean },
): KeyCommand | null {
  if (isTyping(press)) return null;
  const combination = combinationOf(press, on.isMac);
  if (combination === null) return null;
  const found = liveCommands.filter((command) => map[command] === combination);
  const [first = null] = found;
  if (found.length < 2) return first;
  return found.find((command) => (entryOf(command).sharesWith !== undefined) === on.isOnACall) ?? first;
}
