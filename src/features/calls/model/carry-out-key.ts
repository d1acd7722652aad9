import type { CommandStore } from './command-store.ts';
import type { KeyCommand } from './keyboard-map.ts';
import { isLost, type Lanes } from './lanes.ts';

export type KeyTargets = {
  readonly lanes: Lanes;
  /** The ringing call F2 takes. */
  readonly selectedId: string | null;
  readonly commands: Pick<CommandStore, 'run' | 'store'>;
  /** False while commands are unavailable; a key does no more than its button could. */
  readonly canCommand: boolean;
  /** Whether this window has the telephone. */
  readonly hasPhone: boolean;
};

/** What a key asks of the calls. Hang up and mute act on the call that is with you, never on one that rings. */
export function carryOutKey(
  command: Exclude<KeyCommand, 'readOut' | 'previousCall' | 'nextCall'>,
  { lanes, selectedId, commands, canCommand, hasPhone }: KeyTargets,
): void {
  const current = lanes.yours.find(({ state }) => state !== 'held');
  switch (command) {
    case 'answer': {
      const lost = lanes.yours.find(isLost);
      // Whoever was cut off comes before whoever is new.
      if (canCommand && hasPhone && lost !== undefined) void commands.run(lost.id, 'rejoin');
      else if (canCommand && hasPhone && selectedId !== null) void commands.run(selectedId, 'answer');
      return;
    }
    case 'reject':
      if (canCommand && selectedId !== null) void commands.run(selectedId, 'reject');
      return;
    case 'hangUp':
      if (canCommand && current !== undefined) void commands.run(current.id, 'hangUp');
      return;
    case 'mute':
      if (!hasPhone || current === undefined) return;
      void commands.run(current.id, commands.store.getState()[current.id]?.muted === true ? 'unmute' : 'mute');
      return;
    default:
      return command satisfies never;
  }
}
