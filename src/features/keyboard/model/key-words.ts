import { isMac } from '../../../lib/is-mac.ts';
import type { KeyCommand } from '../../../lib/keys/key-commands.ts';
import { spokenKeys } from '../../../lib/keys/key-names.ts';
import { currentLayout } from '../../../lib/keys/layout.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { ChosenKeys, Judgement } from './remapping.ts';
import { keyMapOf } from '../../../lib/keys/key-map.ts';
import { allowedKeys } from './reserved-keys.ts';

const texts = strings.keys;

/** What is said once a command has its new keys. */
export function givenWords(command: KeyCommand, chosen: ChosenKeys): string {
  const combination = keyMapOf(allowedKeys(chosen))[command];
  const keys = combination === undefined ? texts.none : spokenKeys(combination, isMac, currentLayout());
  return fill(texts.given, { command: texts.commands[command], keys });
}

/** Why a command did not get the keys; null: it did, or nobody asked. */
export function refusalWords(judgement: Judgement): string | null {
  if (judgement.kind === 'refused') return fill(texts.refused, { why: judgement.why });
  if (judgement.kind !== 'taken') return null;
  const taken = fill(texts.taken, { command: texts.commands[judgement.by] });
  return judgement.swapped === null ? `${taken} ${texts.chooseOthers}` : taken;
}
