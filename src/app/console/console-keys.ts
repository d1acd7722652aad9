import type { Preferences } from '../../../shared/protocol/preferences.ts';
import { allowedKeys } from '../../features/keyboard/model/reserved-keys.ts';
import { keyMapOf, type KeyMap } from '../../lib/keys/key-map.ts';

/** The keys of the console as its person chose them. */
export const consoleKeysOf = ({ keys }: Pick<Preferences, 'keys'>): KeyMap => keyMapOf(allowedKeys(keys));
