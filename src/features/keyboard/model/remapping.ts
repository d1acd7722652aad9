import { entryOf, liveCommands, type KeyCommand } from '../../../lib/keys/key-commands.ts';
import { keyMapOf, takenBy } from '../../../lib/keys/key-map.ts';
import { combinationOf, isTyping, type KeyPress } from '../../../lib/keys/key-press.ts';
import { allowedKeys, whyRefused, type Reason } from './reserved-keys.ts';

/** The keys somebody chose, by command, where they differ from the usual ones. */
export type ChosenKeys = Readonly<Record<string, string>>;

export type Judgement =
  /** A modifier by itself, a key held down, an unfinished composition: more is to come. */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly why: Reason }
  | {
      readonly kind: 'taken';
      readonly combination: string;
      readonly by: KeyCommand;
      readonly swapped: ChosenKeys | null;
    }
  | { readonly kind: 'given'; readonly chosen: ChosenKeys };

const modifiers = /^(Shift|Control|Alt|Meta|OS)(Left|Right)?$|^(AltGraph|CapsLock|NumLock|Fn)$/;

/** What becomes of a key press while the new keys of `command` are waited for. */
export function judge(press: KeyPress, command: KeyCommand, chosen: ChosenKeys, isMac: boolean): Judgement {
  if (press.repeat || isTyping(press) || modifiers.test(press.code)) return { kind: 'unfinished' };
  if (press.code === 'Escape') return { kind: 'cancelled' };
  const why = whyRefused(press, isMac);
  if (why !== null) return { kind: 'refused', why };
  return assign(command, combinationOf(press, isMac) ?? '', chosen);
}

/** Gives a command these keys, unless another has them; then the two may be swapped, if nobody else minds. */
export function assign(command: KeyCommand, combination: string, chosen: ChosenKeys): Judgement {
  const map = keyMapOf(allowedKeys(chosen));
  const by = takenBy(map, combination, command);
  if (by === undefined) return { kind: 'given', chosen: choose(chosen, command, combination) };
  const own = map[command];
  const isFree = own !== undefined && takenBy({ ...map, [command]: undefined }, own, by) === undefined;
  const swapped = isFree ? choose(choose(chosen, command, combination), by, own) : null;
  return { kind: 'taken', combination, by, swapped };
}

/** The usual keys of one command again. */
export const reset = (command: KeyCommand, chosen: ChosenKeys): Judgement =>
  assign(command, entryOf(command).key, chosen);

/** Whether its keys are other than the usual ones. */
export const isChanged = (command: KeyCommand, chosen: ChosenKeys): boolean =>
  keyMapOf(allowedKeys(chosen))[command] !== entryOf(command).key;

export const isAnyChanged = (chosen: ChosenKeys): boolean => liveCommands.some((one) => isChanged(one, chosen));

function choose(chosen: ChosenKeys, command: KeyCommand, combination: string): ChosenKeys {
  const { [command]: _, ...others } = chosen;
  return entryOf(command).key === combination ? others : { ...others, [command]: combination };
}
