import { entryOf, liveCommands, type KeyCommand, type KeyGroup } from '../../../lib/keys/key-commands.ts';
import { strings } from '../../../lib/strings/strings.ts';

const groups = ['ringing', 'onCall', 'anywhere'] as const satisfies readonly KeyGroup[];

/** What can be done by key, by what somebody is doing when they want it. */
export const keyGroups: readonly {
  readonly id: KeyGroup;
  readonly title: string;
  readonly commands: readonly KeyCommand[];
}[] = groups.map((id) => ({
  id,
  title: strings.keys.groups[id],
  commands: liveCommands.filter((command) => entryOf(command).group === id),
}));
